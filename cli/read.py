"""`facteur read`: what one or many files say, without database or mailbox."""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from cli.options import Json, LangName, at_work
from cli.output import KIND_WORDS, Out
from cli.passwords import pdf_password
from cli.warnings import FIELDS, warning_words
from flow.answer import Answer, failed, why_unread
from flow.parts import packed
from flow.sandbox import Sandbox
from flow.settings import Settings
from models.errors.files import FileUnreadable, TooLarge
from models.errors.problem import Problem
from models.errors.values import UsageWrong
from models.verdict import Kind
from models.words import mark

_Field = Literal["biller", "amount", "due_date", "kind"]
_MOST_BYTES = 100 * 2**20
_DATED = frozenset({Kind.TO_PAY, Kind.TO_BE_DEBITED, Kind.REMINDER, Kind.SCHEDULE})
"""Kinds of which no due date is as much of a doubt as a wrong one."""
_SHOWN: dict[_Field, str] = {
    "biller": FIELDS["biller"],
    "amount": FIELDS["amount"],
    "due_date": FIELDS["due_on"],
    "kind": mark("Kind"),
}
_HEADS = (mark("File"), mark("Biller"), mark("Amount"), mark("Due"), mark("Kind"), mark("Remark"))


def read(
    files: Annotated[
        list[str],
        typer.Argument(help=mark("PDF, picture, XML or mail (.eml); - for standard input.")),
    ],
    workers: Annotated[
        int, typer.Option("--workers", min=0, max=256, help=mark("Child processes; 0 = all cores."))
    ] = 0,
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", help=mark("Take the PDF's password from standard input.")),
    ] = False,
    together: Annotated[
        bool,
        typer.Option("--together", help=mark("The files are one bill: its pages, photographed.")),
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Read bills from files and print what they say, with the proof of each field."""
    with at_work(lang, as_json) as (out, settings):
        if password_stdin and "-" in files:
            words = mark("Standard input gives the password or the bill, not both: name the file.")
            raise UsageWrong(why=out.words(words))
        password = pdf_password(out, password_stdin)
        answers = []
        bills = [files] if together else [[file] for file in files]
        with out.progress() as progress:
            task = progress.add_task(out.words(mark("Reading")), total=len(bills))
            for answer in answers_of(bills, settings, workers, password):
                progress.advance(task)
                out.emit(answer)
                answers.append(answer)
        _show(out, answers, settings.sure)
        if any(answer["error"] for answer in answers):
            raise typer.Exit(1)


def answers_of(
    bills: list[list[str]], settings: Settings, workers: int, password: str = ""
) -> Iterator[Answer]:
    """One answer per bill (its files), in the order given; a bad file does not stop the rest."""
    size = min(workers or settings.processes, len(bills))
    sandbox = Sandbox(size, settings.read_seconds, settings.read_memory_mb)
    try:
        with ThreadPoolExecutor(size) as threads:
            yield from threads.map(lambda bill: _answer(sandbox, bill, settings, password), bills)
    finally:
        sandbox.close()


def _answer(sandbox: Sandbox, files: list[str], settings: Settings, password: str) -> Answer:
    began, file = time.perf_counter(), ", ".join(files)
    try:
        header, body = packed([(Path(one).name, bytes_of(one)) for one in files])
        reply = sandbox.ask("answer", body, lang=settings.lang, password=password, **header)
        answer = cast("Answer", reply["answer"])
    except Problem as problem:
        answer = failed(file, problem, settings.lang)
        answer["seconds"] = round(time.perf_counter() - began, 4)
    answer["file"] = file
    return answer


def bytes_of(file: str) -> bytes:
    """The bytes of a file, "-" for standard input. Raises FileUnreadable, TooLarge (100 MB)."""
    try:
        data = sys.stdin.buffer.read(_MOST_BYTES + 1) if file == "-" else _opened(Path(file))
    except OSError as cause:
        raise FileUnreadable(file=file) from cause
    if len(data) > _MOST_BYTES:
        raise TooLarge(limit="100 MB")
    return data


def _opened(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_MOST_BYTES + 1)


def _show(out: Out, answers: list[Answer], sure: float) -> None:
    out.table(_HEADS, [_row(out, answer, sure) for answer in answers], right=2)


def _row(out: Out, answer: Answer, sure: float) -> list[str]:
    amount = out.amount(answer["amount"], answer["currency"] or "") if answer["amount"] else ""
    unread = why_unread(answer)
    kind = out.words(KIND_WORDS[answer["kind"]]) if answer["kind"] and not unread else ""
    remark = unread or " ".join(_remarks(out, answer, sure))
    return [answer["file"], answer["biller"] or "", amount, answer["due_date"] or "", kind, remark]


def _is_doubtful(answer: Answer, name: _Field, sure: float) -> bool:
    """A value that is not sure; of what is to be paid by a day, a day that was not found for sure either."""
    confidence = answer["confidence"]
    if answer[name]:
        return confidence.get(name, 0.0) < sure
    unread = name == "due_date" and answer["kind"] in _DATED
    return unread and confidence.get(name, 1.0) < sure


def _remarks(out: Out, answer: Answer, sure: float) -> Iterator[str]:
    """What is doubtful of the shown values, then the warnings."""
    doubtful = [
        out.words(words) for name, words in _SHOWN.items() if _is_doubtful(answer, name, sure)
    ]
    if doubtful and answer["kind"] != Kind.OTHER:
        yield out.words(mark("Not sure: {fields}."), fields=", ".join(doubtful))
    yield from (warning_words(out, warning) for warning in answer["warnings"])
