"""What a verb prints: sentences and tables for a person, JSON lines for a script."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from models.errors import Problem
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
    console: Console = field(default_factory=lambda: Console(highlight=False, soft_wrap=False))
    errors: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))

    def words(self, sentence: str, **details: object) -> str:
        """`sentence` in the person's language."""
        return translate(sentence, self.lang, **details)

    def say(self, sentence: str, **details: object) -> None:
        """A sentence for a person; silent with --json."""
        if not self.as_json:
            self.console.print(self.words(sentence, **details), markup=False, soft_wrap=True)

    def emit(self, value: object) -> None:
        """One JSON object on one line; silent without --json."""
        if self.as_json:
            sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    def warn(self, sentence: str, **details: object) -> None:
        """A sentence on standard error, also with --json."""
        self.errors.print(self.words(sentence, **details), markup=False, soft_wrap=True)

    def refuse(self, problem: Problem) -> None:
        """A problem's sentence on standard error."""
        self.errors.print(problem.told(self.lang), markup=False, soft_wrap=True)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], right: int = -1) -> None:
        """A table with translated heads; column `right` is set flush right."""
        if self.as_json:
            return
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for position, head in enumerate(heads):
            table.add_column(
                self.words(head),
                justify="right" if position == right else "left",
                no_wrap=position == right,
                overflow="fold",
            )
        for row in rows:
            table.add_row(*(cell.replace("[", "\\[") for cell in row))
        self.console.print(table)

    def progress(self) -> Progress:
        """A progress bar on standard error; nothing when that is no terminal or with --json."""
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self.errors,
            transient=True,
            disable=self.as_json or not self.errors.is_terminal,
        )
