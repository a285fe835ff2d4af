"""The words on a raise of caps: what was asked for, from when it counts, and how it is taken back.

Whoever sits at the machine can ask for more; who reads this may be elsewhere, and has a day to say no.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.money import Money
from models.said import day_in
from models.words import Lang, mark, translate
from notify.figures import money_in
from notify.layout import Block, Heading, Lines, Paragraph, Words, words_of
from notify.reminder import NO_LINK, Reader


class Cap(StrEnum):
    """What a cap is on."""

    PAYMENT = "payment"
    MONTH = "month"
    MEMBER_PAYMENT = "member_payment"
    MEMBER_MONTH = "member_month"


@dataclass(frozen=True, slots=True)
class Higher:
    """One cap with what it was; None is no cap."""

    what: Cap
    before: Money | None
    after: Money | None


@dataclass(frozen=True, slots=True)
class CapsRaised:
    """One raise. asked_at, counts_from: aware, in the zone in which they are told. take_back: the command."""

    higher: tuple[Higher, ...]
    asked_at: datetime
    counts_from: datetime
    take_back: str


_HIGHER = {
    Cap.PAYMENT: mark("For one payment: {after} instead of {before}."),
    Cap.MONTH: mark("For one month: {after} instead of {before}."),
    Cap.MEMBER_PAYMENT: mark("For one payment to a member: {after} instead of {before}."),
    Cap.MEMBER_MONTH: mark("For payments to a member in one month: {after} instead of {before}."),
}
_WAITS = mark("This counts from {moment} on; until then the caps of before hold.")
_COUNTS = mark("This has counted since {moment}.")


def raise_told(raised: CapsRaised, reader: Reader, now: datetime) -> Words:
    """What a private channel carries."""
    lang = reader.lang
    blocks: tuple[Block, ...] = (
        Paragraph(translate(mark("Hello {name},"), lang, name=reader.name)),
        Paragraph(
            translate(
                mark("on {moment}, higher caps on payments were asked for in Facteur:"), lang,
                moment=moment_in(lang, raised.asked_at),
            )
        ),
        Lines(tuple(_line(one, lang) for one in raised.higher)),
        Paragraph(_from_when(raised, lang, now)),
        Heading(translate(mark("What to do"), lang)),
        Lines((translate(mark("If it was you: nothing."), lang), *_against(raised, lang))),
        Paragraph(translate(NO_LINK, lang)),
    )  # fmt: skip
    return words_of(_title(lang), blocks, lang)


def short_raise(
    raised: CapsRaised, lang: Lang, now: datetime, *, amounts: bool = False
) -> Words:  # fmt: skip
    """A few lines for a phone, without HTML; what the caps are only where the person asked for amounts."""
    told = [_line(one, lang) for one in raised.higher] if amounts else []
    shows = mark("If it was not you: `facteur caps` shows them and takes them back.")
    end = _against(raised, lang)[:1] if amounts else (translate(shows, lang),)
    return Words(_title(lang), "\n".join((*told, _from_when(raised, lang, now), *end)))


def moment_in(lang: Lang, moment: datetime) -> str:
    """A day and a time of day, as the zone of `moment` has them: "3 December 2026 at 14:05"."""
    day, time = day_in(lang, moment.date()), f"{moment:%H:%M}"
    return translate(mark("{day} at {time}"), lang, day=day, time=time)


def _title(lang: Lang) -> str:
    return translate(mark("Higher caps on payments were asked for"), lang)


def _line(one: Higher, lang: Lang) -> str:
    return translate(
        _HIGHER[one.what], lang, before=_cap(one.before, lang), after=_cap(one.after, lang)
    )


def _cap(cap: Money | None, lang: Lang) -> str:
    return money_in(lang, cap) if cap else translate(mark("no cap"), lang)


def _from_when(raised: CapsRaised, lang: Lang, now: datetime) -> str:
    sentence = _WAITS if now < raised.counts_from else _COUNTS
    return translate(sentence, lang, moment=moment_in(lang, raised.counts_from))


def _against(raised: CapsRaised, lang: Lang) -> tuple[str, ...]:
    """Who asked had the secret code: taking it back alone leaves them with it."""
    back = mark(
        "If it was not you: take it back on the machine of Facteur, no code is needed: {it}"
    )
    other = mark(
        "Then look at the payments (`facteur journal list`) and set up another secret code: {it}"
    )
    return (
        translate(back, lang, it=f"`{raised.take_back}`"),
        translate(other, lang, it="`facteur secret --change`"),
    )
