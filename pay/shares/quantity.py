"""Weights, percentages, incomes, readings: decimals from a person, held within bounds."""

from decimal import Decimal

from models.errors import PartInvalid

LIMIT = 10**9
_DECIMALS = 6


def checked(part: Decimal) -> Decimal:
    """The same `part`. Raises PartInvalid unless it is from 0 to LIMIT with 6 decimals at most.

    The bounds keep exact arithmetic small, whatever is written ("1E+999999").
    """
    exponent = part.as_tuple().exponent
    known = isinstance(exponent, int) and exponent >= -_DECIMALS
    if not known or not 0 <= part <= LIMIT:
        raise PartInvalid(part=str(part)[:40], limit=LIMIT)
    return part
