"""What a share was computed from, one value per way of splitting, so that a page can show it."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.words import Lang, mark, translate
from pay.shares.quantity import STRICT, Exact


@dataclass(frozen=True, slots=True)
class _Why:
    __pydantic_config__ = STRICT
    sentence: ClassVar[str]

    def told(self, lang: Lang) -> str:
        """The computation in a few words."""
        blanks = {one.name: _plain(getattr(self, one.name)) for one in fields(self)}
        return translate(self.sentence, lang, **blanks)


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class EqualPart(_Why):
    """One of `among` equal parts."""

    sentence = mark("1 of {among} equal parts")
    among: int
    how: Literal["equal"] = "equal"


@dataclass(frozen=True, slots=True)
class WeightPart(_Why):
    """`weight` parts of `whole`."""

    sentence = mark("{weight} of {whole} parts")
    weight: Exact
    whole: Exact
    how: Literal["weights"] = "weights"


@dataclass(frozen=True, slots=True)
class PercentPart(_Why):
    """`percent` of the bill."""

    sentence = mark("{percent} percent of the bill")
    percent: Exact
    how: Literal["percent"] = "percent"


@dataclass(frozen=True, slots=True)
class AmountPart(_Why):
    """`fixed` major units, and one of `among` equal parts of the rest (0: no part of it)."""

    sentence = mark("{fixed} fixed beforehand")
    fixed: Exact
    among: int = 0
    how: Literal["amounts"] = "amounts"

    def told(self, lang: Lang) -> str:
        if not self.among:
            return _Why.told(self, lang)
        rest = mark("{fixed} fixed beforehand, and 1 of {among} equal parts of the rest")
        return translate(rest, lang, fixed=_plain(self.fixed), among=self.among)


@dataclass(frozen=True, slots=True)
class IncomePart(_Why):
    """`percent` of the bill, in proportion to income, which stays unsaid: the others read this."""

    sentence = mark("{percent} percent of the bill, in proportion to income")
    percent: Exact
    how: Literal["income"] = "income"


@dataclass(frozen=True, slots=True)
class Together:
    """Days in a row (both included) that one person bears with `among` people in all."""

    __pydantic_config__ = STRICT
    first: date
    last: date
    among: int


@dataclass(frozen=True, slots=True)
class DaysPart(_Why):
    """`days` of the `of` days of the period, and with how many people each was borne."""

    sentence = mark("{days} of {of} days")
    days: int
    of: int
    together: tuple[Together, ...] = ()
    how: Literal["days"] = "days"


PlainWhy = EqualPart | WeightPart | PercentPart | IncomePart | DaysPart


@dataclass(frozen=True, slots=True)
class MeterPart(_Why):
    """`used` of `of` on the meters; `rest`: how the common and the fixed part were cut, if any."""

    sentence = mark("{used} of {of} on the meter")
    used: Exact
    of: Exact
    rest: Annotated[PlainWhy, Field(discriminator="how")] | None = None
    how: Literal["meter"] = "meter"


Why = PlainWhy | AmountPart | MeterPart
