"""Invented billers made by a grammar of names, with identifiers whose check digits are right.

Patterns are "brand / legal name": S surname, F first name, T town, X fantasy word, I initials.
"""

import re
import unicodedata
from dataclasses import dataclass
from random import Random

from samples import identifiers as ids
from samples.composed import accounts
from samples.composed.names import patterns
from samples.composed.places import FIRST, SURNAMES, TOWNS, figures, pick, street, town_line

HEADS = "Vol Lum Kel Nov Aq Ter Sol Vert Or Mer Bel Cor Dal Fen Gal Hel Iri Jov Lir Mon Nex Oxi Pel"
HEADS += " Qua Riv Syl Tan Ulm Var Wes Xen Zen Alt Bri Cal Dom Eva Fid Hor Pri Sto Tra"
MIDDLES = "a e i o u ia eo ar en is or an el um av ed il on"
ENDS = "ris va nix tel com la nea dis vo sys via max lia go ra tis no zen way ly den line eo pro"
FIELDS = re.compile(r"\b(?:X\b|[FTIS]\b(?!\.))")
AGENCY = ("gmail.com", "outlook.com", "buerohilfe24.net", "web-atelier.studio", "hotmail.com")


@dataclass(frozen=True)
class Firm:
    """A biller. Identifiers are without spaces; `brand` may differ from `legal`."""

    brand: str
    legal: str
    country: str
    lines: tuple[str, ...]
    town: str
    domain: str
    mail: str
    phone: str
    vat: str
    register: str
    iban: str
    second_iban: str
    bic: str
    bank: str
    person: bool

    @property
    def names(self) -> list[str]:
        """Every answer accepted for the biller."""
        return list(dict.fromkeys((self.brand, self.legal)))


def fantasy(rng: Random) -> str:
    """An invented word such as Keloris or Aquavia."""
    middle = rng.choice(MIDDLES.split()) if rng.random() < 0.7 else ""
    word = rng.choice(HEADS.split()) + middle + rng.choice(ENDS.split())
    return word.upper() if rng.random() < 0.15 else word


def filled(pattern: str, lang: str, country: str, rng: Random) -> str:
    """The pattern with its fields replaced, the same field by the same word throughout."""
    letters = "ABCDEFGHKLMNPRSTVW"
    words = {
        "S": pick(rng, SURNAMES[lang]),
        "F": pick(rng, FIRST[lang]),
        "T": pick(rng, TOWNS[country]),
        "X": fantasy(rng),
        "I": "".join(rng.choice(letters) for _ in range(rng.choice((2, 3, 3)))),
    }
    return FIELDS.sub(lambda found: words[found.group()], pattern)


def slug(name: str) -> str:
    """The name as it stands in a domain."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:22].strip("-")


PHONES = {
    "FR": "0# ## ## ## ##|0 800 ### ###|+33 2 ## ## ## ##",
    "BE": "04/### ## ##|+32 81 ## ## ##|0800 ## ###",
    "CH": "0## ### ## ##|+41 21 ### ## ##",
    "GB": "01### ######|0800 ### ####|+44 1### ######",
    "IE": "01 ### ####|+353 1 ### ####|1800 ### ###",
    "US": "(555) 01#-####|1-800-555-01##|555-01#-####",
    "DE": "0### / ######|0800 ### ####|+49 ### ######-0",
    "AT": "01/### ## ##|+43 1 ######|0### ######",
    "ES": "9## ### ###|900 ### ###|+34 9## ## ## ##",
    "IT": "0## #######|800 ######|+39 0## ######",
    "NL": "0##-#######|+31 20 ### ## ##|0800-####",
}
REGISTERS = {
    "FR": "RCS T ### ### ###|SIRET {siret}|R.M. T ###",
    "BE": "RPM T|RPR T",
    "CH": "HR T",
    "GB": "Company No. 0#######|Registered in England & Wales ########",
    "IE": "Registered in Ireland No. ######|CRO ######",
    "US": "EIN 9#-#######|",
    "DE": "HRB ##### Amtsgericht T|Amtsgericht T HRA ####|St.-Nr. ##/###/#####",
    "AT": "FN ######k, LG T|Firmenbuch FN ######w",
    "ES": "Reg. Merc. de T, Tomo ####, Folio ##, Hoja M-######",
    "IT": "REA ##-######|R.E.A. T n. ######|Cap. Soc. Euro ##.000,00 i.v.",
    "NL": "KvK ########|KVK-nr. ########",
}
BANKS = {
    "fr": "Banque X|Crédit Rural de T|Caisse de Crédit T",
    "en": "X Bank plc|T Savings Bank|Bank of T",
    "de": "Sparkasse T|Volksbank T eG|X Bank AG",
    "es": "Banco X|Caja Rural de T",
    "it": "Banca di T|Banca X S.p.A.|Credito Cooperativo T",
    "nl": "X Bank|Spaarbank T",
}
FORMS = re.compile(
    r"\b(SARL|SAS|SASU|EURL|SA|SCOP|Ltd|Limited|plc|LLC|Inc|GmbH|AG|KG|UG|eG|S\.?L|S\.?A|S\.?r\.?l"
    r"|S\.?p\.?A|B\.?V|N\.?V|BVBA|Sagl|e\.U)\b"
)


def _domain(brand: str, country: str, rng: Random) -> str:
    ends = {"GB": "co.uk", "US": "com"}.get(country, country.lower())
    return f"{slug(brand)}.{rng.choice((ends, ends, ends, 'com', 'eu'))}"


def _mail(domain: str, brand: str, rng: Random) -> str:
    boxes = ("info", "contact", "kontakt", "billing", "office", "hello", "admin", "mail")
    if rng.random() < 0.2:
        return f"{slug(brand).replace('-', '.')}@{rng.choice(AGENCY)}"
    return f"{rng.choice(boxes)}@{domain}"


def firm(lang: str, country: str, trade: str, rng: Random) -> Firm:
    """A biller of that trade."""
    pattern = rng.choice(patterns(lang)[trade])
    if country in ("CH", "AT", "BE"):
        pattern = rng.choice(patterns(lang + country).get(trade, (pattern,)))
    brand, _, legal = filled(pattern, lang, country, rng).partition(" / ")
    legal = legal or brand
    town = pick(rng, TOWNS[country])
    own, domain = ids.siren(rng), _domain(brand, country, rng)
    register = filled(pick(rng, REGISTERS[country]), lang, country, rng)
    bank = filled(pick(rng, BANKS[lang]), lang, country, rng)
    return Firm(
        brand,
        legal,
        country,
        (street(lang, rng), town_line(country, town, rng)),
        town,
        domain,
        _mail(domain, brand, rng),
        figures(rng, pick(rng, PHONES[country])),
        accounts.vat(country, own, rng),
        figures(rng, register.replace("{siret}", ids.siret(own, rng))),
        accounts.account(country, rng),
        accounts.account(country, rng),
        f"FCTR{country}{rng.choice(('PP', '2L', 'MM'))}",
        bank,
        not FORMS.search(legal) and trade in ("craft", "health", "freelance"),
    )
