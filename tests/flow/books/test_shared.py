"""Shared expenses go out and come in: balances stay the same, and nothing comes in twice."""

from collections.abc import Iterator
from datetime import date

import pytest
from beancount import loader
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from flow.books.gather import facts_of
from flow.books.listed import as_csv_files, as_json, listed
from flow.books.shared import Taken, shared_book, take_expenses
from flow.household.announcing import announce
from flow.household.balances import proposed, standing
from flow.household.rights import Actor
from flow.household.settling import received, sent
from flow.household.statement import statement_of
from flow.household.statement_files import as_csv
from models.database import open_engine
from models.errors.books import MembersUnknown
from models.errors.household import RightMissing
from models.errors.shares import NamedTwice
from models.journal import verify
from models.money import Money
from models.reading import Period
from models.verdict import Kind, State
from pay.books.beancount import beancount_text
from pay.books.expenses import Expense, SharedBook, splitwise_csv
from pay.books.ledger import ledger_of
from pay.books.splitwise import splitwise_book
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people
from tests.flow.household.flat import flat as made

DIGEST = "0" * 64
PEOPLE = ("Alice", "Bob", "Dora", "Vera")


def lived_in(engine: Engine) -> Flat:
    """A flat with two bills that were paid, one that was not, a credit and a settlement."""
    lived = made(engine)
    first, second, back = (
        lived.bill("90.01"),
        lived.bill("30.00", currency="CHF"),
        lived.bill("-12.00"),
    )
    for bill, payer in ((first, "Alice"), (second, "Bob"), (back, "Alice")):
        lived.split(bill)
        lived.paid(bill, payer)
    lived.split(lived.bill("77.00"))  # nobody paid it yet
    with lived.session() as session:
        alice, bob = people(lived.alice, lived.bob)
        (row,) = announce(session, lived.bob, [Transfer(bob, alice, Money(1000, "EUR"))])
        sent(session, lived.bob, row.id, TODAY)
        received(session, lived.alice, row.id, TODAY)
    return lived


@pytest.fixture
def flat(sqlite_url: str) -> Iterator[Flat]:
    engine = open_engine(sqlite_url)
    yield lived_in(engine)
    engine.dispose()


@pytest.fixture
def both(engine: Engine) -> Flat:
    """On each database."""
    return lived_in(engine)


def nets(flat: Flat, actor: Actor) -> dict[tuple[int, str], int]:
    with flat.session() as session:
        return {
            (one.person, one.net.currency): one.net.minor
            for one in standing(session, actor)
            if one.net.minor
        }


def summed(book: SharedBook) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for one in book.expenses:
        for name, minor in one.nets:
            key = name, one.cost.currency
            sums[key] = sums.get(key, 0) + minor
    return {key: minor for key, minor in sums.items() if minor}


def take(flat: Flat, book: SharedBook, actor: Actor | None = None, **who: str) -> Taken:
    with flat.session() as session:
        return take_expenses(session, actor or flat.alice, book, who, DIGEST)


def test_what_goes_out_is_what_everybody_stands_at(flat: Flat) -> None:
    with flat.session() as session:
        book = shared_book(session, flat.alice)
    ids = dict(zip(PEOPLE, people(flat.alice, flat.bob, flat.dora, flat.vera), strict=True))
    assert {
        (ids[name], currency): minor for (name, currency), minor in summed(book).items()
    } == nets(flat, flat.alice)


def test_ones_own_file_brings_nothing_new(flat: Flat) -> None:
    with flat.session() as session:
        book = splitwise_book(splitwise_csv(shared_book(session, flat.alice)))
    assert book is not None
    before = nets(flat, flat.alice)
    assert take(flat, book) == Taken(0, 4)
    assert nets(flat, flat.alice) == before


COFFEE = Expense(
    date(2026, 1, 2), "Coffee", "Food", Money(900, "EUR"), (("Alice", 450), ("Bob", -450))
)
OWN = Expense(date(2026, 1, 3), "Own tea", "Food", Money(300, "EUR"), ())


def test_a_row_comes_in_once_however_often_and_twins_are_two(both: Flat) -> None:
    flat = both
    before = nets(flat, flat.alice)
    book = SharedBook(("Alice", "Bob"), (COFFEE, COFFEE, OWN))
    assert take(flat, book) == Taken(3, 0)
    assert take(flat, book) == Taken(0, 3)
    assert take(flat, SharedBook(("Alice", "Bob"), (COFFEE, COFFEE, COFFEE))) == Taken(1, 2)
    after = nets(flat, flat.alice)
    alice, bob = people(flat.alice, flat.bob)
    assert after[alice, "EUR"] - before[alice, "EUR"] == 3 * 450
    assert after[bob, "EUR"] - before[bob, "EUR"] == -3 * 450
    with flat.session() as session:
        assert {one.amount.currency for one in proposed(session, flat.alice)} == {"EUR", "CHF"}
        assert (
            sum(
                one.words in {"coffee", "own tea"}
                for one in shared_book(session, flat.bob).expenses
            )
            == 4
        )
        verify(session)
    assert flat.lines(f"household {flat.alice.household_id}").count("expenses_taken_in") == 2


def test_a_changed_category_is_the_same_row(flat: Flat) -> None:
    take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)))
    other = Expense(COFFEE.on, " coffee ", "Drinks", COFFEE.cost, COFFEE.nets)
    assert take(flat, SharedBook(("Alice", "Bob"), (other,))) == Taken(0, 1)


def test_names_of_the_file_are_said_once_and_never_guessed(flat: Flat) -> None:
    twin = Expense(COFFEE.on, "Coffee", "", COFFEE.cost, (("Al", 450), ("BOB", -450)))
    book = SharedBook(("Al", "BOB"), (twin,))
    with pytest.raises(MembersUnknown, match="Al"):
        take(flat, book)
    with pytest.raises(NamedTwice):
        take(flat, book, al="Bob")
    assert take(flat, book, Al="alice") == Taken(1, 0)


def test_who_only_lives_there_takes_nothing_in(flat: Flat) -> None:
    with pytest.raises(RightMissing):
        take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)), flat.bob)


def test_the_books_of_each_say_what_everybody_stands_at(
    flat: Flat, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Bills that nobody paid yet, and disputed ones, are left out of the comparison: here are none."""
    take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)))
    with flat.session() as session:
        whole, _ = facts_of(session, flat.alice)
        paid = tuple(bill for bill in whole.bills if bill.paid)
    assert len(whole.bills) == len(paid) + 1
    facts = type(whole)(whole.title, paid, whole.settlements, whole.expenses)
    ledger = ledger_of(facts)
    stands = {
        (one.account, one.amount.currency): -one.amount.minor
        for one in ledger.balances
        if one.account.startswith("Assets:Receivable") and one.amount.minor
    }
    bob = flat.bob.person
    assert stands == {
        ("Assets:Receivable:Bob", currency): minor
        for (person, currency), minor in nets(flat, flat.alice).items()
        if person == bob
    }
    path = tmp_path_factory.mktemp("books") / "alice.beancount"
    path.write_text(beancount_text(ledger))
    assert loader.load_file(str(path))[1] == []


def test_bills_by_kind_and_state(flat: Flat) -> None:
    """Held bills are left out and counted; a receipt closes what is owed; a credit note turns around."""
    flat.bill("10.00", state=State.STOPPED)
    flat.bill(None, state=State.REVIEW)
    flat.bill("20.00", kind=Kind.OTHER)
    receipt = flat.bill("30.00", kind=Kind.RECEIPT, state=State.CLOSED)
    credit = flat.bill("40.00", kind=Kind.CREDIT_NOTE)
    doubt = flat.bill("50.00", state=State.REVIEW)
    paid = [
        flat.bill(
            "60.00",
            kind=Kind.RECEIPT,
            state=State.PAID,
            confidences={"biller": 0.95, "amount": sure},
        )
        for sure in (0.95, 0.4)
    ]
    with flat.session() as session:
        facts, left = facts_of(session, flat.alice)
        others, _ = facts_of(session, flat.charlie)
    booked = {bill.id: bill for bill in facts.bills}
    assert left == 2
    assert [str(part.amount) for part in booked[receipt].paid] == ["30.00"]
    assert not booked[receipt].paid[0].seen
    assert str(booked[credit].amount) == "-40.00"
    assert not booked[doubt].sure
    assert [booked[one].sure for one in paid] == [True, False]
    assert len(booked) == 6 + 3
    assert others.bills == ()


def test_lists_hold_text_amounts_and_the_same_rows(flat: Flat) -> None:
    take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)))
    with flat.session() as session:
        facts, _ = facts_of(session, flat.alice)
        found = listed(session, facts)
        later = listed(session, facts, date(2027, 1, 1))
    files = as_csv_files(found, bom=True)
    assert {name: len(data.splitlines()) - 1 for name, data in files.items()} == {
        "bills.csv": 4, "lines.csv": 0, "payments.csv": 3, "shares.csv": 8, "settlements.csv": 1,
        "taken_in.csv": 2,
    }  # fmt: skip
    text = as_json(found, facts.title).decode()
    assert '"amount": "90.01"' in text
    assert ": 90" not in text
    assert not any(later.rows.values())


def test_another_households_rows_stay_there(flat: Flat) -> None:
    take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)))
    with Session(flat.engine) as session:
        assert shared_book(session, flat.charlie) == SharedBook(("Charlie",), ())


def test_a_month_tells_what_was_taken_in(flat: Flat) -> None:
    take(flat, SharedBook(("Alice", "Bob"), (COFFEE,)))
    with flat.session() as session:
        month = Period(date(2026, 1, 1), date(2026, 1, 31))
        made = statement_of(session, flat.alice, flat.alice.member_id, month)
    text = as_csv(made).decode("utf-8-sig")
    assert "2026-01-02,bill,,Coffee,,4.50,4.50,0.00,4.50,4.50" in text
