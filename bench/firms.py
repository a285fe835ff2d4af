"""New names for the companies of the blind layouts, so that two thousand bills are not of 144 billers."""

import re
from random import Random

COMMON = """authority assurance assurances beitragsstelle borough broadcast bureau cabinet cable caisse
    center centre city cloud commune compagnie corp council datacenter design direction district eaux
    electric electricity elettrica energia energie energy estates estudio fils fotografía france gas
    geom gemeindewerke hausarztpraxis holzbau home hospital hosting insurance kanzlei landscaping
    licence licensing limited logis luce market medical mobile mutuelle online permits plomberie
    power praxis public régie regional roofing rundfunk royal santé schreinerei screen server
    services società software stadtwerke steuerbüro studio syndicat syndic tech telecom television
    tischlerei trading traducciones water"""
"""Words that say what a company does, not what it is called."""

SOUNDS: dict[str, tuple[str, str, str]] = {
    "fr": (
        "Bron Cas Dour Fer Lan Mor Pel Sav Tres Val Ver",
        "a e i o",
        "dière gny lac nelle rac vaux",
    ),
    "en": (
        "Ash Bram Cor Dun Fal Hart Kel Lin Mar Penn Stan",
        "a er i o",
        "bury combe den ford ley worth",
    ),
    "de": (
        "Bor Dorn Eich Fried Grün Hol Kalt Lehn Rau Stein",
        "e en er",
        "bach feld hausen mar rode tal",
    ),
    "es": (
        "Al Bar Cas Del Es Gran Lor Mon Pal Ri Tor Val",
        "a e i o",
        "dera llar mosa nera rrosa zuelo",
    ),
    "it": (
        "Alb Bel Car Dol Fan Gar Lom Mon Per Sol Trev",
        "a e i o",
        "gliano letta mondo netti rosa vina",
    ),
    "nl": (
        "Bos Dijk Groot Haar Kloos Lin Meer Oost Rijs",
        "e en er",
        "berg dam hoek kamp stede veld wijk",
    ),
}
"""By language: beginnings, middles and ends of invented words."""


def word(lang: str, dice: Random) -> str:
    """An invented name of that language."""
    return "".join(dice.choice(sounds.split()) for sounds in SOUNDS[lang])


def renamed(trade: str, legal: str, lang: str, dice: Random) -> tuple[str, str]:
    """Trade and legal name with their own word exchanged for an invented one.

    Both stay as they are where they share no word of their own ("Direction des impôts").
    """
    shared = [one for one in re.findall(r"[^\W\d_]{4,}", trade) if re.search(rf"\b{one}\b", legal)]
    own = [one for one in shared if one[0].isupper() and one.casefold() not in COMMON.split()]
    if not own:
        return trade, legal
    old, new = own[0 if lang == "en" else -1], word(lang, dice)
    return re.sub(rf"\b{old}\b", new, trade), re.sub(rf"\b{old}\b", new, legal)
