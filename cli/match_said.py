"""What `facteur import` is told of one match: right, wrong, or which bill an entry pays."""

import typer

from cli.output import Out
from cli.questions import agreed
from cli.told_payments import MATCH_STATES
from flow.decide_match import confirm, pair, unmatch, was_paired, was_said
from flow.pair_doubts import pair_doubt
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.said import Said
from models.tables import Word
from models.words import mark


def match_said(
    out: Out,
    wiring: Wiring,
    said: tuple[int | None, int | None],
    paired: tuple[int | None, int | None],
    member: int | None,
    *,
    yes: bool,
) -> bool:
    """Carries out what the person says of one match; False when they say nothing of any."""
    (confirmed, undone), (entry, bill) = said, paired
    asked = [one for one in (confirmed, undone, entry or bill) if one is not None]
    if len(asked) > 1 or (entry is None) != (bill is None):
        raise UsageWrong(
            why=out.words(mark("Say one thing: --confirm, --undo, or --entry with --bill."))
        )
    again = _again(wiring, said, paired)
    if confirmed is not None:
        number, state = confirmed, confirm(wiring, confirmed, member)
    elif undone is not None:
        number, state = undone, unmatch(wiring, undone, member)
    elif entry is not None and bill is not None:
        _ask_of_pair(out, pair_doubt(wiring, entry, bill, member), yes=yes)
        number, state = pair(wiring, entry, bill, member)
    else:
        return False
    out.emit({"match": number, "state": state.value, "again": again})
    words = (
        mark("Match {match} was so already: {state}.") if again else mark("Match {match}: {state}.")
    )
    out.say(words, match=number, state=out.words(MATCH_STATES[state.value]))
    return True


def _again(
    wiring: Wiring, said: tuple[int | None, int | None], paired: tuple[int | None, int | None]
) -> bool:
    """The person said the same before."""
    (confirmed, undone), (entry, bill) = said, paired
    if confirmed is not None:
        return was_said(wiring, confirmed, Word.YES)
    if undone is not None:
        return was_said(wiring, undone, Word.NO)
    return entry is not None and bill is not None and was_paired(wiring, entry, bill)


def _ask_of_pair(out: Out, doubt: Said | None, *, yes: bool) -> None:
    """Raises UsageWrong where nobody can be asked."""
    if doubt is None:
        return
    question = out.words(mark("{reason} Does it belong to this bill?"), reason=doubt.told(out.lang))
    if not agreed(out, question, yes=yes):
        raise typer.Abort
