"""The fields that a bill waits to be reviewed for, in few words: for the tables of `list` and `scan`."""

from collections.abc import Sequence

from cli.output import Out
from models.words import mark

_FIELDS = {
    "kind": mark("kind"),
    "biller": mark("biller"),
    "amount": mark("amount"),
    "due_on": mark("due date"),
}


def unsure(out: Out, fields: Sequence[str]) -> str:
    """As "not sure: amount, due date"; "" for none."""
    if not fields:
        return ""
    words = ", ".join(out.words(_FIELDS[name]) for name in fields)
    return out.words(mark("not sure: {fields}"), fields=words)


def alike(out: Out, ids: Sequence[int]) -> str:
    """As "may be the same bill as bill 3"."""
    return out.words(
        mark("may be the same bill as bill {ids}"), ids=", ".join(str(one) for one in ids)
    )
