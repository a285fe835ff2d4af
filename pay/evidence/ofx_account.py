"""The account of an OFX file as an IBAN where that can be computed: the same account in each format."""

import re

from stdnum import iban

from models.iban import is_iban
from pay.evidence.texts import account_of, compact

_FRENCH = re.compile(r"\d{10}[A-Z0-9]{11}(?:\d{2})?")
_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
"""French account keys count letters in this way (arrêté on RIB keys, as the banks publish it)."""
_KEYED = 23


def account_of_ofx(values: dict[str, str]) -> str:
    """The IBAN when the number is one or is French (bank, branch, account), else bank and number."""
    for group in ("BANKACCTFROM", "CCACCTFROM"):
        number = compact(values.get(f"{group}.ACCTID", ""))
        if number:
            bank = compact(values.get(f"{group}.BANKID", ""))
            branch = compact(values.get(f"{group}.BRANCHID", ""))
            key = compact(values.get(f"{group}.ACCTKEY", ""))
            return _french(f"{bank}{branch}{number}{key}") or account_of(number)
    return ""


def _french(bban: str) -> str:
    if not _FRENCH.fullmatch(bban):
        return ""
    whole = bban if len(bban) == _KEYED else bban + _key(bban)
    text = f"FR{iban.calc_check_digits(f'FR00{whole}')}{whole}"
    right = whole[-2:] == _key(whole[:-2])
    return text if right and is_iban(text) else ""


def _key(bban: str) -> str:
    bank, branch, number = (
        int(part.translate(_LETTERS)) for part in (bban[:5], bban[5:10], bban[10:])
    )
    return f"{97 - (89 * bank + 15 * branch + 3 * number) % 97:02d}"
