"""Files of shared expenses: what is written is read back, and the dialects of others are read."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors.books import BooksUnfit
from models.errors.shares import SharesUneven
from models.money import Money
from pay.books.expenses import Expense, SharedBook, splitwise_csv
from pay.books.header import MOST_MEMBERS
from pay.books.splitwise import splitwise_book

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["=1+1", "@x", "-5", "a\r\nb", '"quoted", really', "\t", "Total", "'=", "é; è"]
)
NAMES = st.lists(
    st.from_regex(r"[A-Za-zéÉøß=+][A-Za-z' .,;-]{0,10}[a-z]", fullmatch=True),
    min_size=2, max_size=5, unique_by=lambda name: "".join(filter(str.isalnum, name.casefold())),
)  # fmt: skip


@st.composite
def books(draw: st.DrawFn) -> SharedBook:
    names = draw(NAMES)
    expenses = []
    for _ in range(draw(st.integers(1, 5))):
        currency = draw(st.sampled_from(["EUR", "JPY", "KWD"]))
        nets = draw(
            st.lists(st.integers(-9999, 9999).filter(bool), min_size=1, max_size=len(names) - 1)
        )
        left = -sum(nets)
        parts = [*zip(names, nets, strict=False), *([(names[-1], left)] if left else [])]
        day = draw(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
        cost = Money(draw(st.integers(0, 10**9)), currency)
        category = draw(st.sampled_from(["Food", "Énergie", "=x"]))
        expenses.append(Expense(day, draw(WORDS), category, cost, tuple(parts)))
    return SharedBook(tuple(names), tuple(expenses))


@settings(max_examples=150)
@given(books(), st.booleans())
def test_what_is_written_is_read_back_to_the_letter(book: SharedBook, bom: bool) -> None:  # noqa: FBT001
    assert splitwise_book(splitwise_csv(book, bom=bom)) == book


def test_a_member_may_be_called_as_a_column_of_other_programs() -> None:
    book = SharedBook(
        ("Id", "Notes"), (expense("2026-10-01", "x", "2.00", ("Id", 100), ("Notes", -100)),)
    )
    assert splitwise_book(splitwise_csv(book)) == book


def expense(
    day: str, words: str, cost: str, *nets: tuple[str, int], category: str = "Food"
) -> Expense:
    return Expense(date.fromisoformat(day), words, category, Money.of(cost, "EUR"), nets)


SPLITWISE = """\
Date,Description,Category,Cost,Currency,Alice,Bob

2026-10-01,"Courses, pain",Food,30.00,EUR,15.00,-15.00
2026-10-03,Bob a payé Alice,Payment,15.00,EUR,-15.00,15.00

2026-11-01,Total balance, , ,EUR,0.00,0.00
"""
FRENCH = """\
Mes dépenses
Date;Intitulé;Catégorie;Montant;Devise;Notes;Alice;Bob
01/10/2026;Courses, pain;Food;30,00 €;EUR;x;15,00;-15,00
13/10/2026;Loyer;Food;1 234,50;EUR;;-617,25;617,25
"""
TRICOUNT = (
    '"Date & time"\t"Title"\t"Amount"\t"Currency"\t"Exchange rate"\t"Alice"\t"Bob"\r\n'
    '"2026-10-01 18:30:00"\t"Courses, pain"\t"30.00"\t"EUR"\t"1"\t"15.00"\t"-15.00"\r\n'
)
FIRST = ("2026-10-01", "Courses, pain", "30")
HALVES = (("Alice", 1500), ("Bob", -1500))
TURNED = (("Alice", -1500), ("Bob", 1500))
BACK = expense("2026-10-03", "Bob a payé Alice", "15", *TURNED, category="Payment")
RENT = expense("2026-10-13", "Loyer", "1234.50", ("Alice", -61725), ("Bob", 61725))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (SPLITWISE.encode(), (expense(*FIRST, *HALVES), BACK)),
        (b"\xef\xbb\xbf" + SPLITWISE.replace("\n", "\r\n").encode(), None),
        (FRENCH.encode("cp1252"), (expense(*FIRST, *HALVES), RENT)),
        (TRICOUNT.encode("utf-16"), (expense(*FIRST, *HALVES, category=""),)),
    ],
    ids=["splitwise", "mark and CR LF", "French", "tabs, times, UTF-16"],
)  # fmt: skip
def test_dialects_are_read(data: bytes, found: tuple[Expense, ...] | None) -> None:
    book = splitwise_book(data)
    assert book is not None
    assert book.members == ("Alice", "Bob")
    assert found is None or book.expenses == found


BANK = """\
Date,Description,Amount,Currency,Fee,Balance
2026-10-01,Coffee,-3.00,EUR,0.00,97.00
2026-10-02,Tea,-4.00,EUR,0.00,93.00
"""


@pytest.mark.parametrize(
    "text", [BANK, "", "\n\n", "a,b\n1,2\n", "%PDF-1.7", "Date,Description,Category,Cost,Currency,Alice\n"]
)  # fmt: skip
def test_other_files_are_left_to_others(text: str) -> None:
    assert splitwise_book(text.encode()) is None


HEAD = """\
Date,Description,Category,Cost,Currency,Alice,Bob
2026-10-01,ok,Food,2.00,EUR,1.00,-1.00
2026-10-02,ok,Food,2.00,EUR,1.00,-1.00
"""


@pytest.mark.parametrize(
    "row",
    [
        "2026-10-01,x,Food,30.00,EUR,15.00,-14.99", "someday,x,Food,30.00,EUR,15.00,-15.00",
        "2026-10-01,x,Food,=1+1,EUR,15.00,-15.00", "2026-10-01,x,Food,30.00,EURO,15.00,-15.00",
        "2026-10-01,x,Food,30.00,,15.00,-15.00", "2026-10-01,x,Food,30.00,EUR,15.001,-15.001",
        f"2026-10-01,{'x' * 600},Food,30.00,EUR,15.00,-15.00", "2026-10-01,x,Food,1e99,EUR,0,0",
        "0026-10-01,x,Food,30.00,EUR,15.00,-15.00",
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_named_and_nothing_is_taken(row: str) -> None:
    with pytest.raises(BooksUnfit) as caught:
        splitwise_book(f"{HEAD}{row}\n".encode())
    assert "{" not in caught.value.told("en")


def test_a_currency_may_be_given_for_the_whole_file() -> None:
    text = "Date,Description,Cost,Alice,Bob\n2026-10-01,x,30.00,15.00,-15.00\n"
    book = splitwise_book(text.encode(), "CHF")
    assert book is not None
    assert book.expenses[0].cost == Money.of("30", "CHF")


def test_limits() -> None:
    many = ",".join(f"m{number}" for number in range(MOST_MEMBERS + 1))
    assert splitwise_book(f"Date,Description,Category,Cost,Currency,{many}\n".encode()) is None
    with pytest.raises(SharesUneven):
        expense("2026-10-01", "x", "1", ("Alice", 1))
