"""The words of a reminder and of a digest: each bill with the reader's own part, and what to do.

No picture, and no link but to the reader's own shares, where the house has pages for those without an
account: a mail that asks for money and holds a link is what people are told not to trust. The title,
which a locked screen shows, never tells an amount.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.errors.sending import ChannelRefused
from models.money import Money
from models.payment_text import one_line
from models.said import day_in
from models.words import Lang, mark, translate
from notify.due import Due, Todo
from notify.figures import money_in, when
from notify.layout import Block, Heading, Lines, Paragraph, Words, words_of
from notify.step import step_of

_LONGEST_NAME = 80
NO_LINK = mark("This message holds no link and asks for no password.")
_MOST = 100
"""Bills in one message; what is more is counted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is reminded, in which language; `sender`: the member who shares bills with them, or ""."""

    name: str
    lang: Lang
    sender: str = ""

    def __post_init__(self) -> None:
        for field in ("name", "sender"):
            object.__setattr__(self, field, one_line(getattr(self, field), _LONGEST_NAME))


def reminder(dues: Sequence[Due], reader: Reader, today: date) -> Words:
    """What a private channel carries: one bill, or a digest of several. Raises ChannelRefused for none."""
    told = _in_order(dues)
    blocks = (
        Paragraph(translate(mark("Hello {name},"), reader.lang, name=reader.name)),
        *_sections(told, reader.lang, today),
        *_sums(told, reader.lang),
        *_steps(told, reader.lang),
        *_end(told, reader, today),
    )
    return words_of(_title(told, reader.lang, today), blocks, reader.lang)


def short_reminder(
    dues: Sequence[Due], reader: Reader, today: date, *, amounts: bool = False
) -> Words:
    """A few lines for a phone, without HTML; amounts only where the person asked for them."""
    told, lang = _in_order(dues), reader.lang
    say = _line if amounts else _bare
    lines = (*(say(due, lang, today) for due in told[:_MOST]), *_more(told, lang))
    return Words(_title(told, lang, today), "\n".join(lines))


def _in_order(dues: Sequence[Due]) -> list[Due]:
    """Late first, then by day; then debits that did not come; what needs nothing last."""
    if not dues:
        raise ChannelRefused(why=mark("the message says nothing"))
    return sorted(dues, key=_place)


def _place(due: Due) -> tuple[int, date, str, int]:
    group = 0 if due.is_to_pay else 1 if due.is_missed else 2
    return group, due.due_on or date.max, due.biller, due.bill


def _title(told: list[Due], lang: Lang, today: date) -> str:
    if len(told) == 1:
        return _bare(told[0], lang, today)
    to_do = [due for due in told if due.is_to_pay]
    missed = [due for due in told if due.is_missed]
    late = sum(due.is_late(today) for due in to_do)
    if not to_do and not missed:
        return translate(mark("Nothing to do: {count} bills are debited"), lang, count=len(told))
    if len(to_do or missed) == 1:
        return _bare((to_do or missed)[0], lang, today)
    if not to_do:
        return translate(mark("{count} announced debits did not come"), lang, count=len(missed))
    sentence = (
        mark("{count} bills to settle, {late} late") if late else mark("{count} bills to settle")
    )
    return translate(sentence, lang, count=len(to_do), late=late)


def _bare(due: Due, lang: Lang, today: date) -> str:
    """One bill without its amount."""
    return translate(
        mark("{biller}: {when}"), lang, biller=due.biller, when=_when(due, lang, today)
    )


def _when(due: Due, lang: Lang, today: date) -> str:
    if due.due_on is None:
        return translate(mark("no due date"), lang)
    if due.is_to_pay:
        return when(lang, due.due_on, today)
    missed, debited = (
        mark("was to be debited on {day}, was not"),
        mark("debited by itself on {day}"),
    )
    return translate(missed if due.is_missed else debited, lang, day=day_in(lang, due.due_on))


def _line(due: Due, lang: Lang, today: date) -> str:
    """One bill with the reader's own part."""
    shared = mark("{biller}: your share is {amount}, {when}")
    sentence = shared if due.shared else mark("{biller}: {amount}, {when}")
    details = {"biller": due.biller, "amount": money_in(lang, due.mine)}
    return translate(sentence, lang, **details, when=_when(due, lang, today))


def _sections(told: list[Due], lang: Lang, today: date) -> list[Block]:
    late = [due for due in told if due.is_late(today)]
    soon = [due for due in told if due.is_to_pay and not due.is_late(today)]
    missed = [due for due in told if due.is_missed]
    debited = [due for due in told if due.todo is Todo.DEBITED]
    titles = (
        mark("Late"), mark("To settle"), mark("Announced, not on your bank statements"),
        mark("Debited by itself: nothing to do"),
    )  # fmt: skip
    blocks: list[Block] = []
    for title, dues in zip(titles, (late, soon, missed, debited), strict=True):
        if dues:
            lines = [_line(due, lang, today) for due in dues[:_MOST]]
            blocks += [Heading(translate(title, lang)), Lines((*lines, *_more(dues, lang)))]
    return blocks


_IN_ALL = mark("In all, you have to pay {sum}.")


def _sums(told: list[Due], lang: Lang) -> list[Block]:
    """What the reader has to pay in all, by currency; one bill is its own sum."""
    to_do = [due.mine for due in told if due.is_to_pay]
    if len(to_do) < 2:  # noqa: PLR2004
        return []
    sums: dict[str, Money] = {}
    for mine in to_do:
        sums[mine.currency] = sums.get(mine.currency, Money(0, mine.currency)) + mine
    shown = ", ".join(money_in(lang, sums[currency]) for currency in sorted(sums))
    advances = any(due.whole for due in told)
    sentence = mark("In all, your part is {sum}.") if advances else _IN_ALL
    return [Paragraph(translate(sentence, lang, sum=shown))]


def _steps(told: list[Due], lang: Lang) -> list[Block]:
    to_do = [due for due in told if due.is_to_pay or due.is_missed]
    if not to_do:
        return []
    steps = (*(step_of(due, lang) for due in to_do[:_MOST]), *_more(to_do, lang))
    return [Heading(translate(mark("What to do"), lang)), Lines(steps, numbered=True)]


def _more(dues: list[Due], lang: Lang) -> tuple[str, ...]:
    left = len(dues) - _MOST
    return (translate(mark("and {count} more, see Facteur"), lang, count=left),) if left > 0 else ()


def _end(told: list[Due], reader: Reader, today: date) -> list[Block]:
    sentences = []
    if any(due.is_late(today) for due in told):
        sentences.append(mark("If you have paid already, say so: you will not be asked again."))
    if reader.sender:
        sentences.append(mark("{sender} shares these bills with you through Facteur."))
    linked = any(due.link for due in told)
    sentences.append(
        mark("The links show your shares alone. Facteur never asks for a password by mail.")
        if linked
        else NO_LINK
    )
    return [Paragraph(translate(one, reader.lang, sender=reader.sender)) for one in sentences]
