"""`facteur doctor`: is everything in its place?"""

from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.doctor import Check, examine
from models.errors.problem import Problem
from models.words import mark


def doctor(as_json: Json = False, lang: LangName = None) -> None:
    """Check settings, database, journal, originals, key, readers and mailboxes."""
    with wired_door(lang, as_json, reads=True) as (out, wiring):
        checks = examine(wiring)
        for check in checks:
            out.emit({"check": check.name, "ok": check.ok, "detail": _detail(out, check)})
        out.table(
            (mark("Check"), mark("Result"), mark("Detail")), [_row(out, check) for check in checks]
        )
        if not all(check.ok for check in checks):
            raise ChecksFailed


class ChecksFailed(Problem):
    """Something that the doctor looked at is not in order."""

    sentence = mark("Something is not in order: see the lines marked above.")


def _row(out: Out, check: Check) -> tuple[str, str, str]:
    result = mark("good") if check.ok else mark("BAD")
    return out.words(check.name), out.words(result), _detail(out, check)


def _detail(out: Out, check: Check) -> str:
    return out.words(check.detail, **check.details)
