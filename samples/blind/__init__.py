"""The blind set: bills in layouts and wordings that no other part of samples/ shares.

They only measure. No rule, feature or model may be made from them; what they show is how a reader
does on bills nobody taught it. Read the answers as samples/README.md says.
"""

from collections.abc import Callable
from functools import partial

from samples.blind import (
    be_bills,
    ca_bills,
    ch_bills,
    de_dues,
    de_practices,
    de_trade,
    de_utilities,
    es_bills,
    fr_energy,
    fr_home,
    fr_insurance,
    fr_online,
    fr_public,
    fr_small,
    fr_telecom,
    fr_water,
    gb_energy,
    gb_homes,
    gb_public,
    gb_rent,
    it_bills,
    nl_bills,
    us_business,
    us_homes,
    us_hospital,
    us_online,
)
from samples.blind.details import call_list, meter_list
from samples.blind.draft import Draft, Result
from samples.blind.notes import white_space
from samples.page import Sheet

VARIANTS = 3
FILLED = {  # layout: where notes begin on its last page (mm), and how many
    "fr-power": (150, 6),
    "fr-gas-plan": (185, 4),
    "fr-settlement": (225, 4),
    "fr-box": (170, 4),
    "fr-frugal-mobile": (180, 2),
    "fr-arrears": (180, 4),
    "fr-water": (178, 2),
    "fr-condominium": (150, 4),
    "fr-rent": (215, 4),
    "fr-home-insurance": (180, 4),
    "fr-hosting": (190, 2),
    "en-dual-fuel": (80, 4),
    "en-in-credit": (210, 4),
    "en-water": (155, 2),
    "en-telephone": (205, 4),
    "en-council-tax": (215, 2),
    "de-telephone": (200, 4),
    "de-city-works": (185, 4),
    "de-insurance": (160, 2),
    "de-server-host": (170, 2),
    "en-us-cable": (150, 4),
    "en-us-power-gas": (160, 4),
    "en-us-cloud": (175, 4),
    "es-power": (185, 2),
    "it-power": (172, 2),
    "nl-energy": (175, 2),
    "fr-be-carrier": (145, 4),
}
SECOND_PAGES: dict[str, Callable[[Draft, Sheet], None]] = {
    **dict.fromkeys(
        ("fr-box", "fr-arrears", "fr-be-carrier", "en-telephone", "de-telephone"), call_list
    ),
    **dict.fromkeys(
        ("de-city-works", "es-power", "it-power", "nl-energy", "en-us-power-gas"), meter_list
    ),
}
DRAWERS: dict[str, Callable[[Draft], Result]] = dict(
    pair
    for module in (
        be_bills,
        ca_bills,
        ch_bills,
        de_dues,
        de_practices,
        de_trade,
        de_utilities,
        es_bills,
        fr_energy,
        fr_home,
        fr_insurance,
        fr_online,
        fr_public,
        fr_small,
        fr_telecom,
        fr_water,
        gb_energy,
        gb_homes,
        gb_public,
        gb_rent,
        it_bills,
        nl_bills,
        us_business,
        us_homes,
        us_hospital,
        us_online,
    )
    for pair in module.DRAWERS
)
LAYOUTS: tuple[str, ...] = tuple(DRAWERS)


def draw(name: str, variant: int) -> Result:
    """The PDF of one layout (variant 0, 1 or 2) and its answer; always the same bytes."""
    draft = Draft(name, variant)
    draft.fill = partial(finish, draft)
    return DRAWERS[name](draft)


def finish(draft: Draft, sheet: Sheet) -> None:
    """What comes last: notes in the white space, then a page of details."""
    if draft.name in FILLED:
        y, count = FILLED[draft.name]
        white_space(draft, sheet, y, count)
    if draft.name in SECOND_PAGES:
        SECOND_PAGES[draft.name](draft, sheet)
