"""What a verb prints: sentences and tables for a person, JSON lines for a script."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column

from cli.console import console_of, print_folded
from cli.json_lines import line_of
from cli.plain import plain
from cli.table_days import day_told, with_days
from cli.tables import Sheet
from models.errors.problem import Problem
from models.money import Money
from models.said import amount_in, number_in, percent_in
from models.words import Lang, mark, translate

KIND_WORDS = {
    "to_pay": mark("to pay"),
    "to_be_debited": mark("will be debited"),
    "on_portal": mark("on the portal"),
    "schedule": mark("schedule"),
    "reminder": mark("reminder"),
    "credit_note": mark("credit note"),
    "receipt": mark("receipt"),
    "other": mark("other mail"),
}
STATE_WORDS = {
    "review": mark("to review"),
    "open": mark("open"),
    "stopped": mark("stopped"),
    "handed_over": mark("handed over"),
    "paid": mark("paid"),
    "closed": mark("closed"),
}
CATEGORY_WORDS = {
    "energy": mark("energy"),
    "water": mark("water"),
    "telecom": mark("telecom"),
    "rent": mark("rent"),
    "insurance": mark("insurance"),
    "tax": mark("tax"),
    "health": mark("health"),
    "education": mark("education"),
    "shopping": mark("shopping"),
    "transport": mark("transport"),
    "bank": mark("bank"),
    "subscription": mark("subscription"),
    "charity": mark("charity"),
    "other": mark("other"),
}


@dataclass(frozen=True, slots=True)
class Out:
    """Where a verb prints. `as_json`: one object a line on standard output and nothing else."""

    lang: Lang
    as_json: bool
    console: Console = field(default_factory=lambda: console_of(to_errors=False))
    errors: Console = field(default_factory=lambda: console_of(to_errors=True))
    _held: list[str] = field(default_factory=list, repr=False, compare=False)
    """Lines that wait, where `held` opened with an empty one."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is said inside is printed once it ended well. Around a transaction it keeps a closed pipe from
        undoing what was done, and what could not be kept from being said.
        """
        self._held.append("")
        try:
            with self.console.capture() as said:
                yield
            lines = self._held[1:]
        finally:
            self._held.clear()
        for text in (said.get(), *lines):
            self.console.file.write(text)
        self.console.file.flush()

    def words(self, sentence: str, **details: object) -> str:
        """`sentence` in the person's language, and every Money among the details as it writes them."""
        told = {
            name: amount_in(self.lang, value) if isinstance(value, Money) else value
            for name, value in details.items()
        }
        return translate(sentence, self.lang, **told)

    def amount(self, amount: Money | str, currency: str = "") -> str:
        """As a person reads it: "84.20 EUR", in French "84,20 EUR". A text is as JSON has it."""
        money = Money.of(amount, currency) if isinstance(amount, str) else amount
        return f"{amount_in(self.lang, money)} {money.currency}"

    def day(self, text: str | None) -> str:
        """A day as JSON has it, as the person writes one in short; "" for none."""
        return day_told(self.lang, text or "")

    def number(self, text: str | None) -> str:
        """A number that is no amount, as JSON has it ("0.1234"); "" for none."""
        return number_in(self.lang, Decimal(text)) if text else ""

    def percent(self, share: float | Decimal) -> str:
        """A share (0.95) in percent; a confidence in whole ones."""
        exact = share if isinstance(share, Decimal) else round(Decimal(share), 2)
        return percent_in(self.lang, exact)

    def say(self, sentence: str, **details: object) -> None:
        """A sentence for a person; silent with --json."""
        if not self.as_json:
            print_folded(self.console, self.words(sentence, **details))

    def verbatim(self, text: str) -> None:
        """One line that a person copies elsewhere, such as of a letter: it is not folded here."""
        if not self.as_json:
            self.console.print(plain(text), soft_wrap=True)

    def emit(self, value: object) -> None:
        """One JSON object on one line; silent without --json."""
        if self.as_json:
            text = line_of(value, sys.stdout.encoding)
            if self._held:
                self._held.append(text)
            else:
                sys.stdout.write(text)
                sys.stdout.flush()

    @property
    def width(self) -> int:
        """How many signs a line of the terminal holds."""
        return self.console.width

    def warn(self, sentence: str, **details: object) -> None:
        """A sentence on standard error, also with --json."""
        print_folded(self.errors, self.words(sentence, **details))

    def refuse(self, problem: Problem) -> None:
        """A problem's sentence on standard error, also with --json: the verb goes on."""
        print_folded(self.errors, problem.told(self.lang))

    def fail(self, error: str, sentence: str, exit_code: int) -> None:
        """What ends the verb, on standard error: a sentence, with --json one object on one line.

        error: a problem's code; sentence: in the person's language.
        """
        if not self.as_json:
            print_folded(self.errors, sentence)
            return
        told = {"error": error, "sentence": sentence, "exit_code": exit_code}
        self.errors.file.write(line_of(told, sys.stderr.encoding))
        self.errors.file.flush()

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        right: int = -1,
        *,
        named: bool = False,
    ) -> None:
        """A table with translated heads; column `right` is set flush right, and in a narrow terminal named
        by its head if `named`.

        A narrow terminal gets fewer columns, then two lines a row (see cli.tables).
        """
        if not self.as_json:
            sheet = Sheet.of(
                [(head, self.words(head)) for head in heads],
                with_days(self.lang, rows),
                right,
                named=named,
            )
            self.console.print(sheet.fitted(self.console.width))

    def progress(self) -> Progress:
        """A progress bar on standard error; nothing when that is no terminal or with --json.

        A narrow terminal has no room for the bar, and its words fold: no count is cut.
        """
        narrow = self.errors.width < _WIDTH_OF_BARS
        words = Column(overflow="fold", no_wrap=not narrow)
        return Progress(
            TextColumn("{task.description}", markup=False, table_column=words),
            *([] if narrow else [BarColumn()]),
            MofNCompleteColumn(table_column=Column(no_wrap=True)),
            TimeRemainingColumn(table_column=Column(no_wrap=True)),
            console=self.errors,
            transient=True,
            disable=self.as_json or not self.errors.is_terminal,
        )


_WIDTH_OF_BARS = 60  # from which on a bar has room beside its words and counts
