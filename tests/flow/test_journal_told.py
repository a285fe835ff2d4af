"""The journal for people: no code, no number without its name, and nothing that is not in the line."""

import ast
from pathlib import Path

from sqlalchemy import select

import flow
from flow.caps_asked import Wanted, ask_caps
from flow.journal_told import last_lines
from flow.journal_words import DONE
from models.journal import append
from models.money import Money
from models.tables import CollectionState, DispatchState, JournalLine, SettlementState
from tests.flow.order_house import OrderHouse

WRITERS = {"append", "told", "_told", "note", "_note", "write", "_wrote", "_tell", "_to"}
STATES = {
    *(f"collection_{state.value}" for state in CollectionState),
    *(f"settlement_{state.value}" for state in SettlementState),
    *(f"message_{state}" for state in ("prepared", "put_off", "called_off")),
    *(f"message_{state.value}" for state in (DispatchState.SENT, DispatchState.REFUSED)),
    "message_unknown", "match_confirmed", "match_undone", "bill_paid", "bill_reopened",
    "bill_proof_changed",
}  # fmt: skip
NO_CODES = {"prepared", "called_off", "unknown", "sent", "person", "facteur", "matching"}


def written() -> set[str]:
    """What flow writes: every word in code that stands where a line's `what` does."""
    found = set()
    for path in Path(flow.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _name(node.func) in WRITERS:
                for word in ast.walk(ast.Tuple(node.args[1:4], ast.Load())):
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        found.add(word.value)
    codes = {word for word in found if word.isascii() and word.replace("_", "").isalpha()}
    return {
        word
        for word in codes
        if word.islower() and not word.endswith("_") and ("_" in word or word == "filed")
    }


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def test_everything_that_is_written_has_words() -> None:
    codes = written() - NO_CODES
    assert len(codes) > 60
    assert codes | STATES <= set(DONE)


def test_caps_that_were_asked_for_are_told_with_their_figures(house: OrderHouse) -> None:
    """A day is time to notice a stranger's raise only for who reads how much it is."""
    ask_caps(house.wiring, Wanted(transfer=Money(500_00, "EUR")), house.now)
    told = last_lines(house.wiring)[-1].thing.told("en")
    assert told == "caps: 500.00 EUR a payment, – a month"


def test_an_order_is_told_by_its_bill_and_by_the_amount_of_that_day(house: OrderHouse) -> None:
    number = house.bill(biller="Énergie du Vallon")
    with house.session() as session, session.begin():
        for what, amount in (("order_drawn_up", "84.20"), ("order_approved", "")):
            detail = {"about": f"bill-{number}", "amount": amount, "currency": "EUR", "rail": ""}
            append(session, "person", what, "payment 7", where="cli", detail=detail)
        detail = {"about": f"bill-{number}", "amount": "90.00", "currency": "EUR"}
        append(session, "person", "order_redrawn", "payment 7", where="cli", detail=detail)
        append(
            session, "member 99", "order_handed_over", "payment 7", where="cli",
            detail={"about": f"bill-{number}", "rail": "sepa-sheet"},
        )  # fmt: skip
    drawn, approved, redrawn, handed = last_lines(house.wiring)[-4:]
    assert [str(one.amount) for one in (drawn, approved, redrawn, handed)] == [
        "84.20", "84.20", "90.00", "90.00",
    ]  # fmt: skip
    assert drawn.thing.told("en") == f"bill {number}, Énergie du Vallon"
    assert (drawn.who, handed.who) == ("", "member 99")
    assert (handed.what, handed.rail) == ("order handed over", "payment sheet")
    assert handed.row["what"] == "order_handed_over"


def test_a_line_of_a_later_version_is_told_as_it_stands(house: OrderHouse) -> None:
    with house.session() as session, session.begin():
        for on in ("bill 999999", "moon 3", "file a {id} b.pdf", "owner"):
            append(session, "somebody", "moon_painted", on, where="x", detail={"amount": "much"})
    told = last_lines(house.wiring)[-4:]
    assert {one.what for one in told} == {"moon_painted"}
    assert [one.thing.told("en") for one in told] == [
        "bill 999999", "moon 3", "a {id} b.pdf", "yourself",
    ]  # fmt: skip
    assert {one.amount for one in told} == {None}


def test_the_rows_for_scripts_are_the_lines_as_they_are_kept(house: OrderHouse) -> None:
    house.code_app()
    with house.session() as session:
        kept = session.scalars(select(JournalLine).order_by(JournalLine.id)).all()
        assert [one.row["detail"] for one in last_lines(house.wiring)] == [
            one.detail for one in kept
        ]
        assert [one.row["on_what"] for one in last_lines(house.wiring)] == [
            one.on_what for one in kept
        ]
