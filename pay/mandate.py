"""A direct debit's mandate: who may debit, under which number."""

from dataclasses import dataclass

from stdnum.eu import at_02

from models.errors.orders import OrderInvalid
from models.payment_text import one_line
from models.words import mark

_LONGEST = 35
"""Characters of a mandate's reference (EPC016-06, AT-01)."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """creditor_id: SEPA creditor identifier (EPC262-08), compact; reference: RUM, may be empty.

    Raises OrderInvalid when the identifier's check digits are wrong.
    """

    creditor_id: str
    reference: str = ""

    def __post_init__(self) -> None:
        compact = "".join(self.creditor_id.split()).upper()
        if not (compact.isascii() and compact.isalnum() and at_02.is_valid(compact)):
            raise OrderInvalid(why=mark("the creditor identifier of the direct debit is not one"))
        object.__setattr__(self, "creditor_id", compact)
        object.__setattr__(self, "reference", one_line(self.reference, _LONGEST))
