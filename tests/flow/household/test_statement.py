"""A person's month: balances that follow on each other, as CSV and as PDF."""

import csv
import io
from datetime import date

import pdfplumber
import pytest

from flow.household.announcing import announce
from flow.household.balances import standing
from flow.household.consent import dispute
from flow.household.members import Newcomer, add_member
from flow.household.rights import acting_as
from flow.household.settling import seen
from flow.household.statement import Statement, month_named, statement_of
from flow.household.statement_files import as_csv, as_pdf
from models.money import Money
from models.words import Lang
from pay.people import Person
from pay.recap import month_of
from pay.shares.rule import Equally
from pay.transfers import Transfer
from tests.flow.household.flat import Flat, people


def busy(flat: Flat) -> None:
    """October: two bills, one of francs. November: a bill, a disputed one, a settlement."""
    for amount, on, changes in (
        ("90.00", date(2026, 10, 5), {}),
        ("10.00", date(2026, 10, 31), {"currency": "CHF"}),
        ("60.00", date(2026, 11, 1), {"biller": "=HYPERLINK(evil)", "number": "F-7"}),
        ("8.00", date(2026, 11, 9), {}),
    ):
        bill = flat.bill(amount, **changes)
        flat.split(bill)
        flat.paid(bill, "Alice", on=on)
    with flat.session() as session:
        dispute(session, flat.bob, bill, "not mine")
        ten = Transfer(flat.bob.person, flat.alice.person, Money.of("10", "EUR"))
        (row,) = announce(session, flat.bob, [ten])
        seen(session, row.key, date(2026, 11, 12), "entry")


def of_bob(flat: Flat, month: int) -> Statement:
    with flat.session() as session:
        return statement_of(session, flat.vera, flat.bob.member_id, month_of(2026, month))


def test_a_months_end_is_the_next_ones_beginning_and_the_last_is_the_balance(flat: Flat) -> None:
    busy(flat)
    october, november, december = (of_bob(flat, month) for month in (10, 11, 12))
    for before, after in ((october, november), (november, december)):
        assert [one.closing for one, _ in before.parts] == [one.opening for one, _ in after.parts]
    with flat.session() as session:
        nets = {one.net for one in standing(session, flat.bob) if one.person == flat.bob.person}
    assert {one.closing for one, _ in december.parts} == nets
    assert [len(lines) for _, lines in november.parts] == [0, 3]
    assert [str(recap.closing) for recap, _ in november.parts] == ["-5.00", "-65.00"]


def test_the_csv_adds_up_and_holds_no_formula(light: Flat) -> None:
    busy(light)
    data = as_csv(of_bob(light, 11))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert not any(cell[:1] in {"=", "@", "+"} for row in rows for cell in row.values())
    euros = [row for row in rows if row["currency"] == "EUR"]
    assert [row["kind"] for row in euros] == ["opening", "bill", "bill", "sent", "closing"]
    assert euros[1]["what"] == "'=HYPERLINK(evil) F-7"
    assert (euros[2]["change"], euros[2]["waiting"]) == ("0.00", "-4.00")
    assert (euros[3]["what"], euros[3]["note"][:2]) == ("Alice", "RF")
    changes = sum(Money.of(row["change"] or "0", "EUR").minor for row in euros)
    ends = [Money.of(euros[place]["balance"], "EUR").minor for place in (0, -1)]
    assert ends[0] + changes == ends[1]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            ("Rue des Lilas: statement of Bob", "Balance at the end", "-65.00", "1 November 2026"),
        ),
        ("fr", ("Rue des Lilas", "-65,00", "1er novembre 2026")),
    ],
)
def test_the_pdf_shows_the_same_and_is_the_same_each_time(
    light: Flat, lang: Lang, words: tuple[str, ...]
) -> None:
    busy(light)
    data = as_pdf(of_bob(light, 11), lang)
    assert data == as_pdf(of_bob(light, 11), lang)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    for word in words:
        assert word in text


def test_a_long_month_takes_several_pages_and_any_name_is_written(light: Flat) -> None:
    with light.session() as session:
        number = add_member(session, light.alice, Newcomer("Жанна œ"))
        zhanna = acting_as(session, number, "test")
    for _ in range(55):
        bill = light.bill("3.00", biller="水道局 <b>&amp;</b>" + "x" * 300)
        light.split(bill, Equally((*people(light.alice), Person(zhanna.member_id))))
        light.paid(bill, "Alice")
    with light.session() as session:
        made = statement_of(session, zhanna, number, month_of(2026, 11))
    with pdfplumber.open(io.BytesIO(as_pdf(made, "fr"))) as pdf:
        assert len(pdf.pages) > 1
        assert "Zhanna" in pdf.pages[0].extract_text()
    assert made.file_stem == "2026-11-жанна-œ"


def test_nothing_shared_is_said_so(light: Flat) -> None:
    made = of_bob(light, 10)
    assert made.parts == ()
    with pdfplumber.open(io.BytesIO(as_pdf(made, "en"))) as pdf:
        assert "Nothing was shared until then." in pdf.pages[0].extract_text()


@pytest.mark.parametrize(
    ("text", "last"), [("2026-02", 28), ("2028-02", 29), ("9999-12", 31), ("2026-12", 31)]
)
def test_a_month_is_named_as_year_and_month(text: str, last: int) -> None:
    month = month_named(text)
    assert month is not None
    assert month.last.day == last


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "10-2026", "2026-10-01", "0000-01"])
def test_what_names_no_month_is_none(text: str) -> None:
    assert month_named(text) is None
