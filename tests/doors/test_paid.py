"""`facteur paid` asks before it believes what cannot be meant."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.database import open_engine
from models.tables import Bill
from models.verdict import Kind, State
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.flow.order_house import FRENCH
from tests.models import rows


@pytest.fixture
def bills(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:
    """Bill 1 to pay, bill 2 held, bill 3 debited by itself."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        box = rows.account(session).id
        for number, (kind, state) in enumerate(
            [
                (Kind.TO_PAY, State.OPEN),
                (Kind.TO_PAY, State.STOPPED),
                (Kind.TO_BE_DEBITED, State.OPEN),
            ]
        ):
            session.add(
                rows.bill(
                    box, identity=str(number), biller=f"Biller {number}", biller_key=f"b{number}",
                    iban=FRENCH, number=f"F-{number}", amount_minor=84_20, kind=kind, state=state,
                )
            )  # fmt: skip
    engine.dispose()
    return inside(tmp_path / "home", monkeypatch, capsys)


def states(bills: Facteur) -> dict[object, object]:
    return {row["id"]: row["state"] for row in bills("list", "--json").rows}


def test_money_sent_to_a_held_bill_is_a_case_for_the_bank(bills: Facteur) -> None:
    asked = bills("paid", "2")
    assert asked.code == 2
    assert "held as suspicious" in asked.err
    told = bills("paid", "2", "--yes")
    assert told.code == 0
    assert "call your bank at once" in told.err
    assert "counts as paid" not in told.out
    assert states(bills)[2] == "stopped"


def test_a_bill_that_is_debited_by_itself_is_asked_about(bills: Facteur) -> None:
    asked = bills("paid", "3")
    assert asked.code == 2
    assert "debited by itself" in asked.err
    assert states(bills)[3] == "open"
    assert bills("paid", "3", "--yes").code == 0


def test_more_than_is_left_is_refused_as_by_pay(bills: Facteur) -> None:
    for verb in ("paid", "pay"):
        nothing = bills(verb, "1", "--part", "0")
        assert (nothing.code, "A part is more than zero" in nothing.err) == (2, True)
    said = bills("paid", "1", "--part", "999")
    assert said.code == 1
    assert "Of this bill 84.20 EUR are left to pay." in said.err
    assert "order_sent" not in bills("journal", "list", "--json").out


def test_an_order_that_is_stopped_has_no_other_notes_and_fails(
    bills: Facteur, sqlite_url: str
) -> None:
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        session.get_one(Bill, 1).iban = session.get_one(Bill, 3).iban = None
    engine.dispose()
    free, stopped = bills("pay", "1"), bills("pay", "3")
    assert "No account is known" in free.out
    assert (free.code, stopped.code) == (0, 1)
    assert "Stop: Nothing to do" in stopped.out
    assert "Note:" not in stopped.out


def test_an_order_that_is_out_is_told_with_the_next_step(bills: Facteur) -> None:
    assert bills("list", "--json").rows[0]["order"] is None
    assert bills("pay", "1", "--rail", "by-hand", "--yes").code == 0
    row = bills("list", "--json").rows[0]
    order = row["order"]
    assert isinstance(order, dict)
    assert (row["state"], order["rail"], order["sent"]) == ("open", "by-hand", False)
    for words in (("list",), ("show", "1")):
        said = bills(*words).out
        assert "open, order out (by hand)" in said
        assert "`facteur paid 1`" in said
    assert "Noted: you sent" in bills("paid", "1").out
    assert "order out" not in bills("list").out
    assert "It was noted already: you sent" in bills("paid", "1").out


def test_an_amount_that_was_not_read_for_sure_is_asked_about(
    bills: Facteur, sqlite_url: str
) -> None:
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        bill = session.get_one(Bill, 1)
        bill.state, bill.confidences = State.REVIEW, {"amount": 0.6}
    engine.dispose()
    asked = bills("paid", "1")
    assert (asked.code, asked.out) == (2, "")
    assert "not read for sure, and no order was made of it: 84.20 EUR." in asked.err
    assert "Did you send this amount?" in asked.err
    assert states(bills)[1] == "review"
    assert bills("paid", "1", "--yes").code == 0


def test_a_part_beside_an_order_over_the_whole_is_asked_about_and_takes_it_back(
    bills: Facteur,
) -> None:
    bills("pay", "1", "--rail", "by-hand", "--yes")
    asked = bills("paid", "1", "--part", "40")
    assert asked.code == 2
    assert "An order over 84.20 EUR of this bill is out (by hand)" in asked.err
    assert "Did you send this part instead of it?" in asked.err
    assert "84.20" in str(bills("list", "--json").rows[0]["order"])
    row = bills("paid", "1", "--part", "40", "--yes", "--json").rows[0]
    taken_back = row["taken_back"]
    assert isinstance(taken_back, dict)
    assert (taken_back["amount"], taken_back["rail"]) == ("84.20", "by-hand")
    assert (row["amount"], row["left"], row["state"]) == ("40.00", "44.20", "open")
    again = bills("paid", "1", "--part", "40", "--json").rows[0]
    assert (again["order"], again["taken_back"]) == (row["order"], None)
    said = bills("paid", "1", "--part", "80")
    assert (said.code, "Orders over 40.00 EUR are out or were sent" in said.err) == (1, True)


def test_the_order_that_is_taken_back_is_told_with_the_way_it_went(bills: Facteur) -> None:
    bills("pay", "1", "--rail", "by-hand", "--yes")
    told = bills("paid", "1", "--part", "40", "--yes")
    assert "The order over 84.20 EUR (by hand) is taken back: do not send its papers." in told.err
