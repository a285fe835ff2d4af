"""Domains as people are fooled by them: the organisation behind, the skeleton of how they look."""

import unicodedata
from functools import lru_cache

_DOMAIN_MAX = 253
_SECOND_LEVEL = frozenset(
    {
        *("ac", "asso", "co", "com", "edu", "gob", "gouv", "gov", "gv", "ltd", "mil", "net", "nom"),
        *("or", "org", "plc", "prd", "tm"),
    }
)
_CONFUSABLE = str.maketrans(
    "аеорсухіјѕԁԛԝһӏꙅɡոսցьгкмптвԍαβγδεικνορτυχωɑɩıℓⅼ",
    "aeopcyxijsdqwhlsgnugbrkmntbgabydeikvoptuxwaiill",
)
_LOOKS_LIKE = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("0", "o"),
    ("1", "l"),
    ("i", "l"),
    ("5", "s"),
)
_LONG_NAME = 7
IMITATED: tuple[str, ...] = (
    *("edf.fr", "engie.fr", "totalenergies.fr", "veolia.fr", "suez.fr", "enedis.fr", "grdf.fr"),
    *("orange.fr", "free.fr", "sfr.fr", "bouyguestelecom.fr", "sosh.fr", "red-by-sfr.fr"),
    *("impots.gouv.fr", "ameli.fr", "antai.gouv.fr", "urssaf.fr", "caf.fr", "ants.gouv.fr"),
    *("laposte.fr", "colissimo.fr", "chronopost.fr", "mondialrelay.fr", "dhl.com", "ups.com"),
    *("fedex.com", "dpd.com", "paypal.com", "amazon.fr", "amazon.com", "netflix.com", "apple.com"),
    *("microsoft.com", "google.com", "spotify.com", "disneyplus.com", "ovh.com", "docusign.com"),
    *("credit-agricole.fr", "bnpparibas.fr", "societegenerale.fr", "labanquepostale.fr", "maif.fr"),
    *(
        "axa.fr",
        "macif.fr",
        "sncf.com",
        "britishgas.co.uk",
        "octopus.energy",
        "bt.com",
        "vodafone.com",
    ),
)
"""Senders that are often imitated, as their own domains; the store adds the billers it knows."""
_WORDS = frozenset({"free", "orange", "apple", "suez", "red", "caf", "bt", "ups", "google", "axa"})
"""Names that honest domains hold too ("free-software.org"): only look-alikes of these count."""


def organisation(domain: str) -> str:
    """The registrable part: "mail.edf.fr" -> "edf.fr", "a.impots.gouv.fr" -> "impots.gouv.fr".

    An approximation of the public suffix list: a short second level counts as part of the suffix.
    """
    labels = domain[-_DOMAIN_MAX:].strip(".").split(".")
    kept = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004
    return ".".join(labels[-kept:])


def skeleton(label: str) -> str:
    """How a label looks: IDNA decoded, NFKC, without accents, confusable letters made one."""
    folded = unicodedata.normalize("NFKC", _decoded(label)).casefold().translate(_CONFUSABLE)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    for seen, same in _LOOKS_LIKE:
        bare = bare.replace(seen, same)
    return bare


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


@lru_cache(maxsize=8)
def _organisations(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(organisation(own) for own in known)


@lru_cache(maxsize=8)
def _brands(known: tuple[str, ...]) -> dict[str, str]:
    """Skeleton of each brand's own label, and the label as it is written."""
    labels = (organisation(domain).partition(".")[0] for domain in known)
    return {skeleton(label): label for label in labels}


def imitated_by(domain: str, known: tuple[str, ...]) -> str:
    """The brand that `domain` imitates ("edf"), or "" when it is the brand's own or unrelated."""
    domain = domain[-_DOMAIN_MAX:]
    if not domain or organisation(domain) in _organisations(known):
        return ""
    return _own_domain_inside(domain, known) or _brand_seen(domain, _brands(known))


def _own_domain_inside(domain: str, known: tuple[str, ...]) -> str:
    """The brand's whole domain as labels of another: "orange.fr.example.net", "orange-fr.net"."""
    dotted = "." + domain.replace("-", ".") + "."
    for own in known:
        if "." + own.replace("-", ".") + "." in dotted:
            return organisation(own).partition(".")[0]
    return ""


def _brand_seen(domain: str, brands: dict[str, str]) -> str:
    """The brand in a label of the domain. Its plain name under another ending is its own elsewhere
    (amazon.it), but not as a piece or a subdomain of something else (edf-facture.com)."""
    own, *inner = reversed(_labels(domain))
    for label in (own, own.replace("-", "")):
        brand = _imitated_label(label, brands)
        if brand and own != brand:
            return brand
    pieces = [piece for label in (own, *inner) for piece in _decoded(label).split("-")]
    return next(filter(None, (_imitated_label(p, brands) for p in pieces if p != own)), "")


def _labels(domain: str) -> list[str]:
    """Labels without the public suffix."""
    suffix = organisation(domain).partition(".")[2]
    return domain.removesuffix("." + suffix).split(".")


def _imitated_label(label: str, brands: dict[str, str]) -> str:
    seen = skeleton(label)
    brand = brands.get(seen, "")
    if brand:
        return "" if label == brand and brand in _WORDS else brand
    near = (name for form, name in brands.items() if _is_near(seen, form, name))
    return next(near, "")


def _is_near(seen: str, form: str, name: str) -> bool:
    return len(name) > _LONG_NAME and _one_edit_apart(seen, form)


def _one_edit_apart(left: str, right: str) -> bool:
    """Whether one letter was added, dropped, changed, or two neighbours were swapped."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (swapped and short[at + 2 :] == long[at + 2 :])
