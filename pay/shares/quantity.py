"""Weights, percentages, incomes, readings: decimals from a person, held within bounds."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from models.errors.shares import PartInvalid

LIMIT = 10**9
_DECIMALS = 6
_WRITTEN = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?(E[+-]?[0-9]{1,3})?")
STRICT = ConfigDict(strict=True, extra="forbid")
"""How stored values are checked: no other type, no unknown name."""


def _from_text(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _WRITTEN.fullmatch(value):
        raise ValueError("a decimal is stored as text")
    return Decimal(value)


Exact = Annotated[Decimal, BeforeValidator(_from_text)]
"""A decimal that never was a float, also not in JSON."""


def checked(part: Decimal) -> Decimal:
    """The same `part`. Raises PartInvalid unless it is from 0 to LIMIT with 6 decimals at most.

    The bounds keep exact arithmetic small, whatever is written ("1E+999999").
    """
    exponent = part.as_tuple().exponent
    known = isinstance(exponent, int) and exponent >= -_DECIMALS
    if not known or not 0 <= part <= LIMIT:
        raise PartInvalid(part=str(part)[:40], limit=LIMIT)
    return part
