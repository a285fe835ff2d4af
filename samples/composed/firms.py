"""Invented billers made by a grammar of names, with identifiers whose check digits are right.

Patterns are "brand / legal name": S surname, F first name, T town, X fantasy word, I initials.
"""

import re
import unicodedata
from dataclasses import dataclass
from random import Random

from samples import identifiers as ids
from samples.composed.names import PATTERNS
from samples.composed.places import FIRST, SURNAMES, TOWNS, figures, pick, street, town_line

HEADS = "Vol Lum Kel Nov Aq Ter Sol Vert Or Mer Bel Cor Dal Fen Gal Hel Iri Jov Lir Mon Nex Oxi Pel"
HEADS += " Qua Riv Syl Tan Ulm Var Wes Xen Zen Alt Bri Cal Dom Eva Fid Hor Pri Sto Tra"
MIDDLES = "a e i o u ia eo ar en is or an el um av ed il on"
ENDS = "ris va nix tel com la nea dis vo sys via max lia go ra tis no zen way ly den line eo pro"
FIELDS = re.compile(r"\b(?:[FTXI]\b|S\b(?!\.))")
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


def _vat(country: str, own: str, rng: Random) -> str:
    made = {
        "FR": lambda: ids.vat_fr(own),
        "DE": lambda: ids.vat_de(rng),
        "GB": lambda: ids.vat_gb(rng),
        "IT": lambda: "IT" + ids.luhn_close(figures(rng, "#######") + "015"),
        "ES": lambda: _cif(rng),
        "NL": lambda: _vat_nl(rng),
        "BE": lambda: _vat_be(rng),
        "AT": lambda: _vat_at(rng),
        "CH": lambda: _vat_ch(rng),
        "IE": lambda: _vat_ie(rng),
    }
    return made[country]() if country in made else ""


def _cif(rng: Random) -> str:
    """Spanish CIF of a company: letter B, province 28, Luhn-like digit."""
    return "B" + ids.luhn_close("28" + figures(rng, "#####"))


def _vat_nl(rng: Random) -> str:
    """Dutch number for companies: 8 digits, check by the eleven test, B01."""
    while True:
        stem = ids.digits(rng, 8)
        check = sum(int(c) * w for c, w in zip(stem, range(9, 1, -1), strict=True)) % 11
        if check < 10:
            return f"NL{stem}{check}B01"


def _vat_be(rng: Random) -> str:
    """Belgian enterprise number: 97 minus the first eight digits mod 97."""
    stem = "0" + ids.digits(rng, 7)
    return f"BE{stem}{97 - int(stem) % 97:02d}"


def _vat_at(rng: Random) -> str:
    """Austrian UID: U, 7 digits, check (10 - (sum of Luhn digits + 4) mod 10)."""
    stem = ids.digits(rng, 7)
    total = sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(stem))
    return f"ATU{stem}{(96 - total) % 10}"


def _vat_ch(rng: Random) -> str:
    """Swiss UID: weights 5 4 3 2 7 6 5 4 mod 11."""
    while True:
        stem = ids.digits(rng, 8)
        check = -sum(int(c) * w for c, w in zip(stem, (5, 4, 3, 2, 7, 6, 5, 4), strict=True)) % 11
        if check < 10:
            whole = f"{stem}{check}"
            return f"CHE-{whole[:3]}.{whole[3:6]}.{whole[6:]}"


def _vat_ie(rng: Random) -> str:
    """Irish number: 7 digits, letter by weights 8 to 2 mod 23."""
    stem = ids.digits(rng, 7)
    total = sum(int(c) * w for c, w in zip(stem, range(8, 1, -1), strict=True)) % 23
    return f"IE{stem}{'WABCDEFGHIJKLMNOPQRSTUV'[total]}"


def _iban_es(rng: Random) -> str:
    """Spanish account: two check digits mod 11 over bank, office and account."""

    def check(stem: str) -> int:
        weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
        left = 11 - sum(int(c) * w for c, w in zip(stem, weights, strict=True)) % 11
        return {10: 1, 11: 0}.get(left, left)

    bank, account = "9" + figures(rng, "#######"), ids.digits(rng, 10)
    return ids.close_iban("ES", f"{bank}{check('00' + bank)}{check(account)}{account}")


def _iban_it(rng: Random) -> str:
    """Italian account: the CIN letter weighs the other 22 characters."""
    odd = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
    stem = "09" + figures(rng, "########") + "00" + ids.digits(rng, 10)
    total = sum(int(c) if i % 2 else odd[int(c)] for i, c in enumerate(stem))
    return ids.close_iban("IT", chr(65 + total % 26) + stem)


def account(country: str, rng: Random) -> str:
    """A valid IBAN of a bank that does not exist, "" where there is none."""
    if country in ("ES", "IT"):
        return {"ES": _iban_es, "IT": _iban_it}[country](rng)
    if country == "AT":
        return ids.close_iban("AT", "99" + figures(rng, "###") + ids.digits(rng, 11))
    return "" if country == "US" else ids.iban(country, rng)


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
    pattern = rng.choice(PATTERNS[lang][trade])
    if country in ("CH", "AT", "BE"):
        pattern = rng.choice(PATTERNS[lang + country].get(trade, (pattern,)))
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
        _vat(country, own, rng),
        figures(rng, register.replace("{siret}", ids.siret(own, rng))),
        account(country, rng),
        account(country, rng),
        f"FCTR{country}{rng.choice(('PP', '2L', 'MM'))}",
        bank,
        not FORMS.search(legal) and trade in ("craft", "health", "freelance"),
    )
