"""Check digits of the identifiers printed on bills, and generators of numbers that pass them.

Sources: ISO 13616 (IBAN), ISO 7064 (mod 97-10, mod 11-10), Insee (SIREN, SIRET: Luhn), French RIB
key, German, British and French VAT rules, Belgian structured communication, Dutch eleven test,
ISO 11649 (RF reference), Swiss QR reference (recursive mod 10).
"""

from random import Random


def digits(rng: Random, count: int) -> str:
    """`count` decimal digits, the first one never 0."""
    return str(rng.randrange(1, 10)) + "".join(str(rng.randrange(10)) for _ in range(count - 1))


def mod97(text: str) -> int:
    """Remainder by 97 of a number whose letters count as 10 (A) to 35 (Z)."""
    return int("".join(str(int(c, 36)) for c in text)) % 97


def luhn_ok(number: str) -> bool:
    """True when the digits pass the Luhn test (SIREN, SIRET)."""
    total = 0
    for place, char in enumerate(reversed(number)):
        value = int(char) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def luhn_close(stem: str) -> str:
    """`stem` followed by the digit that makes it pass the Luhn test."""
    return next(stem + str(d) for d in range(10) if luhn_ok(stem + str(d)))


def siren(rng: Random) -> str:
    """A 9-digit SIREN that passes Luhn, in the range 9xx (few real companies yet)."""
    return luhn_close("99" + digits(rng, 6))


def siret(own_siren: str, rng: Random) -> str:
    """The SIREN plus a 5-digit establishment number that passes Luhn."""
    return luhn_close(own_siren + "00" + digits(rng, 2))


def vat_fr(own_siren: str) -> str:
    """FR + key + SIREN, key = (12 + 3 * (SIREN mod 97)) mod 97."""
    return f"FR{(12 + 3 * (int(own_siren) % 97)) % 97:02d}{own_siren}"


def vat_de(rng: Random) -> str:
    """DE + 8 digits + check digit (ISO 7064 mod 11,10)."""
    stem = digits(rng, 8)
    product = 10
    for char in stem:
        total = (int(char) + product) % 10 or 10
        product = 2 * total % 11
    return f"DE{stem}{(11 - product) % 10}"


def vat_gb(rng: Random) -> str:
    """GB + 7 digits + 2 check digits (weights 8 to 2, mod 97, HMRC's first rule)."""
    stem = digits(rng, 7)
    total = sum(int(c) * w for c, w in zip(stem, range(8, 1, -1), strict=True))
    return f"GB{stem}{97 - total % 97:02d}"


def close_iban(country: str, bban: str) -> str:
    """`country` + check digits + `bban`, valid by ISO 13616."""
    return f"{country}{98 - mod97(bban + country + '00'):02d}{bban}"


def iban_fr(rng: Random) -> str:
    """A French IBAN of an invented bank with a right RIB key."""
    bank, desk, account = f"9{digits(rng, 4)}", "0" + digits(rng, 4), "000" + digits(rng, 8)
    key = 97 - (89 * int(bank) + 15 * int(desk) + 3 * int(account)) % 97
    return close_iban("FR", f"{bank}{desk}{account}{key:02d}")


def iban_nl(rng: Random) -> str:
    """A Dutch IBAN whose account passes the eleven test; bank letters are invented."""
    while True:
        account = digits(rng, 9)
        if sum(int(c) * w for c, w in zip(account, range(9, 0, -1), strict=True)) % 11 == 0:
            return close_iban("NL", f"FACT0{account}")


def iban_be(rng: Random) -> str:
    """A Belgian IBAN: bank, account, national check = first ten digits mod 97.

    Readers check the bank's number too, so 940 stands for it: a clearing house, nobody's bank.
    """
    stem = "940" + digits(rng, 7)
    return close_iban("BE", f"{stem}{int(stem) % 97 or 97:02d}")


def iban(country: str, rng: Random) -> str:
    """A valid IBAN of `country` (FR DE GB IE NL BE CH), of a bank that does not exist."""
    if country in ("FR", "NL", "BE"):
        return {"FR": iban_fr, "NL": iban_nl, "BE": iban_be}[country](rng)
    stems = {
        "DE": lambda: "99" + digits(rng, 6) + "0" + digits(rng, 9),
        "GB": lambda: "FCTR" + "99" + digits(rng, 4) + digits(rng, 8),
        "IE": lambda: "FCTR" + "99" + digits(rng, 4) + digits(rng, 8),
        "CH": lambda: "9" + digits(rng, 4) + "0" + digits(rng, 11),
    }
    return close_iban(country, stems[country]())


def spaced(number: str, group: int = 4) -> str:
    """The number in groups separated by spaces, as printed on paper."""
    return " ".join(number[i : i + group] for i in range(0, len(number), group))


def creditor_reference(stem: str) -> str:
    """ISO 11649 reference: RF + check digits + stem."""
    return f"RF{98 - mod97(stem + 'RF00'):02d}{stem}"


def belgian_communication(rng: Random) -> str:
    """Belgian structured communication +++ddd/dddd/ddddd+++ (mod 97)."""
    stem = digits(rng, 10)
    whole = f"{stem}{int(stem) % 97 or 97:02d}"
    return f"+++{whole[:3]}/{whole[3:7]}/{whole[7:]}+++"


def qr_reference(stem: str) -> str:
    """Swiss QR reference: 26 digits plus the recursive mod 10 check digit."""
    table, carry, body = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5), 0, stem.zfill(26)
    for char in body:
        carry = table[(carry + int(char)) % 10]
    return f"{body}{(10 - carry) % 10}"
