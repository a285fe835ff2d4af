"""VAT numbers and accounts of invented firms, with right check digits.

Sources: the national rules as python-stdnum checks them; ISO 13616 for the IBAN.
"""

from random import Random

from samples import identifiers as ids
from samples.composed.places import figures


def vat(country: str, own: str, rng: Random) -> str:
    """The VAT number of a firm; `own` is its French register number; "" where there is none."""
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
