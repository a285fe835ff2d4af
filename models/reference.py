"""What must be written on a payment so that the payee knows it: references that cannot be wrong."""

import re
from dataclasses import dataclass

from stdnum import exceptions, iso11649
from stdnum.be import ogm_vcs
from stdnum.ch import esr

from models.errors.values import ReferenceInvalid
from models.payment_text import one_line

LONGEST_TEXT = 140
"""Characters of free text in a credit transfer (EPC125-05, AT-T009)."""
_QR_DIGITS = 27
_BELGIAN_DIGITS = re.compile(r"\d{12}")
_BELGIAN_SIGNS = re.compile(r"[+*/. ]+")
_BELGIAN_FRAME = re.compile(r"(\+\+\+|\*\*\*)(.{12,20})\1")


@dataclass(frozen=True, slots=True)
class CreditorReference:
    """ISO 11649: "RF", two check digits, at most 21 letters and digits. `text` is compact.

    Raises ReferenceInvalid. Swiss codes call it SCOR.
    """

    text: str

    def __post_init__(self) -> None:
        compact = "".join(self.text.split()).upper()
        if not (compact.isascii() and compact.isalnum() and iso11649.is_valid(compact)):
            raise ReferenceInvalid(reference=one_line(self.text, LONGEST_TEXT))
        object.__setattr__(self, "text", compact)

    def __str__(self) -> str:
        return " ".join(self.text[i : i + 4] for i in range(0, len(self.text), 4))


@dataclass(frozen=True, slots=True)
class BelgianReference:
    """The structured communication of Belgium (OGM-VCS): 12 digits, the last two mod 97.

    `text` holds the digits alone; shown as +++090/9337/55493+++. Raises ReferenceInvalid.
    """

    text: str

    def __post_init__(self) -> None:
        digits = _BELGIAN_SIGNS.sub("", self.text)
        try:
            valid = ogm_vcs.validate(digits if _BELGIAN_DIGITS.fullmatch(digits) else "")
        except exceptions.ValidationError as cause:
            raise ReferenceInvalid(reference=one_line(self.text, LONGEST_TEXT)) from cause
        object.__setattr__(self, "text", valid)

    def __str__(self) -> str:
        return f"+++{self.text[:3]}/{self.text[3:7]}/{self.text[7:]}+++"


@dataclass(frozen=True, slots=True)
class QrReference:
    """The Swiss QR reference: 27 digits, the last one a check digit. Raises ReferenceInvalid."""

    text: str

    def __post_init__(self) -> None:
        digits = "".join(self.text.split())
        whole = len(digits) == _QR_DIGITS and digits.isascii() and digits.isdigit()
        if not (whole and esr.is_valid(digits)):
            raise ReferenceInvalid(reference=one_line(self.text, LONGEST_TEXT))
        object.__setattr__(self, "text", digits)

    def __str__(self) -> str:
        fives = (self.text[i : i + 5] for i in range(2, _QR_DIGITS, 5))
        return " ".join((self.text[:2], *fives))


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words for the payee on one line, at most 140 characters. Raises ReferenceInvalid when empty."""

    text: str

    def __post_init__(self) -> None:
        line = one_line(self.text, LONGEST_TEXT)
        if not line:
            raise ReferenceInvalid(reference=line)
        object.__setattr__(self, "text", line)

    def __str__(self) -> str:
        return self.text


Reference = CreditorReference | BelgianReference | QrReference | FreeText


def reference_of(written: str, country: str = "") -> Reference | None:
    """The reference that `written` is, by its check digits; free text otherwise, None when empty.

    `country` is the payee's account's: twelve bare digits are a Belgian reference in Belgium only,
    because one number in 97 has right check digits by chance.
    """
    line = one_line(written, LONGEST_TEXT)
    if not line:
        return None
    kinds: list[type[CreditorReference | BelgianReference | QrReference]] = [QrReference]
    if line[:2].upper() == "RF":
        kinds.append(CreditorReference)
    if country == "BE" or _BELGIAN_FRAME.fullmatch(line):
        kinds.append(BelgianReference)
    for kind in kinds:
        try:
            return kind(line)
        except ReferenceInvalid:
            continue
    return FreeText(line)
