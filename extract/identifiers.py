"""Numbers that have a form of their own: accounts, registers, payment references."""

import re
from collections.abc import Iterator

from stdnum import iban as iban_standard
from stdnum import iso11649
from stdnum.be import ogm_vcs
from stdnum.ch import esr
from stdnum.fr import siren

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d\d(?:[ \u00a0\u202f]?[A-Z0-9]){11,30}(?![A-Z0-9])")
_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25,
    "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
}  # fmt: skip
"""Characters of an IBAN by country of the SEPA area (ISO 13616 registry)."""
_SIREN = re.compile(
    r"(?<!\d)(\d{3})[ \u00a0\u202f.]?(\d{3})[ \u00a0\u202f.]?(\d{3})(?:[ \u00a0\u202f]?\d{5})?(?!"
    r"\d)"
)
_VAT = re.compile(
    r"(?<![A-Z0-9])(?:FR ?[A-Z0-9]{2}(?: ?\d){9}|DE ?\d{9}|(?:BE|GB|IT|ES|AT|LU|NL|PT|IE|PL|SE|DK|"
    r"FI|CZ) ?[A-Z0-9](?: ?[A-Z0-9]){6,12}|"
    r"CHE[- ]?\d{3}\.?\d{3}\.?\d{3})(?![A-Z0-9])"
)
_RF = re.compile(r"(?<![A-Z0-9])RF\d\d(?: ?[A-Z0-9]){1,21}(?![A-Z0-9])")
_OGM = re.compile(r"(?:\+{3}|\*{3}) ?\d{3} ?/ ?\d{4} ?/ ?\d{5} ?(?:\+{3}|\*{3})")
_QRR = re.compile(r"(?<!\d)\d{2}(?: ?\d{5}){5}(?!\d)")


def compact(text: str) -> str:
    """Without white space and hyphens between groups, in capitals."""
    return re.sub(r"[\s\u00a0\u202f]", "", text).upper()


def ibans_in(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """(compact IBAN, start, end, check digits right) of every account with its country's length.

    Letters and digits that follow the account in the same line ("… 67 BIC") are cut off by that
    length (ISO 13616). Masked accounts ("FR76 **** …") never match.
    """
    at = 0
    while match := _IBAN.search(text, at):
        end = _account_end(match)
        at = end or match.start() + 2
        if end:
            account = compact(text[match.start() : end])
            right = bool(iban_standard.is_valid(account, check_country=False))
            yield account, match.start(), end, right


def _account_end(match: re.Match[str]) -> int:
    """Where the account ends by its country's length; 0 when the text is too short or goes on."""
    left = _LENGTHS.get(match.group()[:2], 0)
    if not left:
        return 0
    for place in range(match.start(), match.end()):
        left -= not match.string[place].isspace()
        if left == 0:
            after = match.string[place + 1 : place + 2]
            return 0 if after.isalnum() else place + 1
    return 0


def references_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Payment references that prove themselves: RF (ISO 11649), +++…+++ (Belgium), Swiss QRR."""
    for match in _RF.finditer(text):
        if iso11649.is_valid(match.group()):
            yield compact(match.group()), match.start(), match.end()
    for match in _OGM.finditer(text):
        if ogm_vcs.is_valid(re.sub(r"[^\d]", "", match.group())):
            yield match.group(), match.start(), match.end()
    for match in _QRR.finditer(text):
        if esr.is_valid(compact(match.group())):
            yield compact(match.group()), match.start(), match.end()


def register_numbers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """VAT numbers, and SIREN or SIRET with right check digits, compact."""
    for match in _VAT.finditer(text):
        if sum(c.isdigit() for c in match.group()) >= 7:  # noqa: PLR2004 - a word is no number
            yield re.sub(r"[-. ]", "", compact(match.group())), match.start(), match.end()
    for match in _SIREN.finditer(text):
        if siren.is_valid("".join(match.groups())):
            yield re.sub(r"[. ]", "", compact(match.group())), match.start(), match.end()
