"""IBAN: a bank account that cannot be wrong (ISO 13616, check digits by ISO 7064 mod 97-10)."""

from dataclasses import dataclass

from stdnum import exceptions
from stdnum import iban as standard

from models.errors.values import IbanInvalid


@dataclass(frozen=True, slots=True)
class Iban:
    """A valid IBAN in its compact form. Raises IbanInvalid on length, country or check digits."""

    text: str

    def __post_init__(self) -> None:
        try:
            valid = standard.validate(self.text, check_country=False)
        except exceptions.ValidationError as cause:
            raise IbanInvalid(iban=self.text) from cause
        object.__setattr__(self, "text", valid)

    @property
    def country(self) -> str:
        """ISO 3166 code of the account's country."""
        return self.text[:2]

    def __str__(self) -> str:
        return " ".join(self.text[i : i + 4] for i in range(0, len(self.text), 4))


def is_iban(text: str) -> bool:
    """True when `text` (spaces allowed) is an IBAN with right check digits."""
    return bool(standard.is_valid(text, check_country=False))
