"""Dates in every notation that bills use."""

from datetime import date
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import DayOrder, dates_in, is_month_first, order_of

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
SPELLED = ("d MMMM yyyy", "dd MMM yyyy", "d. MMMM yyyy", "EEEE d MMMM yyyy")
NUMERIC = ("dd/MM/yyyy", "d.M.yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "dd / MM / yyyy")


@given(DAYS, st.sampled_from(SPELLED), st.sampled_from(["fr", "en", "de", "nl"]))
def test_a_date_spelled_in_any_language_reads_back(day: date, form: str, language: str) -> None:
    text = format_date(day, form, locale=language)
    assert [d.value for d in dates_in(f"Échéance : {text}, merci")] == [day]


@given(DAYS, st.sampled_from(NUMERIC))
def test_a_date_in_figures_reads_back_day_first(day: date, form: str) -> None:
    assert [d.value for d in dates_in(format_date(day, form, locale="fr"))] == [day]


@given(DAYS)
def test_an_american_date_reads_back_when_told(day: date) -> None:
    for text in (f"{day:%m/%d/%Y}", f"{day:%B} {day.day}, {day.year}"):
        assert [d.value for d in dates_in(text, month_first=True)] == [day]


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)))
def test_two_figures_of_a_year_are_of_this_century(day: date) -> None:
    assert [d.value for d in dates_in(f"{day:%d/%m/%y}")] == [day]


@given(st.text(max_size=200))
def test_any_text_is_read_without_trouble(text: str) -> None:
    ends = [(d.start, d.end) for d in dates_in(text)]
    assert all(b[0] >= a[1] for a, b in pairwise(ends))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 1er août 2024", date(2024, 8, 1)),
        ("March 3rd, 2026", date(2026, 3, 3)),
        ("August 3 , 2014", date(2014, 8, 3)),
        ("5 févr. 2024", date(2024, 2, 5)),
        ("15. März 2024", date(2024, 3, 15)),
        ("05-Jan-2024", date(2024, 1, 5)),
        ("5 mrt. 2024", date(2024, 3, 5)),
        ("12 décembre 24", date(2024, 12, 12)),
        ("10.12.2024 12.30 Uhr", date(2024, 12, 10)),
    ],
)
def test_notations_met_on_bills(text: str, day: date) -> None:
    assert [d.value for d in dates_in(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "01 23 45 67 89",
        "192.168.10.12",
        "31.02.2024",
        "12.03",
        "1.163,40",
        "July 1 - July 31 , 2014",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [d for d in dates_in(text) if d.value.year != 2014] == []


def test_the_order_of_day_and_month_is_proven_by_another_date() -> None:
    assert is_month_first(["Due 12/03/2017", "paid 11/17/2017"])
    assert not is_month_first(["Due 12/03/2017", "paid 17/11/2017"])
    assert not is_month_first(["Due 12/03/2017"])


def test_dollars_and_a_zip_code_make_an_american_bill() -> None:
    assert is_month_first(["Walnut, WY, 98432", "Date: 9/10/2020", "$3,500"])
    assert not is_month_first(["Date: 9/10/2020", "$3,500"])


def test_a_payable_check_is_american_and_a_cheque_is_not() -> None:
    assert is_month_first(["Due 12/10/2026 $1,418.22", "Make checks payable to the Treasurer"])
    assert not is_month_first(["Due 12/10/2026 $1,418.22", "Cheques payable to the Treasurer"])


def test_dollars_alone_leave_the_order_open() -> None:
    assert order_of(["Due 01/12/2026", "$700.00 AUD"]) is DayOrder.OPEN
    assert order_of(["Due 01/12/2026", "€700.00"]) is DayOrder.DAY_FIRST
    assert order_of(["Due 01/12/2026", "$700.00", "Issued 13/11/2026"]) is DayOrder.DAY_FIRST


def test_full_stops_are_always_day_first() -> None:
    assert dates_in("03.04.2024", month_first=True)[0].value == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5 de marzo de 2026", ["2026-03-05"]),
        ("12 gennaio 2026", ["2026-01-12"]),
        ("Dec 5,2018", ["2018-12-05"]),
        ("06/15/18-20:13", ["2018-06-15"]),
        ("15/06/201813:45", ["2018-06-15"]),
        ("05 MAR'18", ["2018-03-05"]),
        ("01.02.2018-31.03.2018", ["2018-02-01", "2018-03-31"]),
        ("12-03-2018-45", []),
    ],
)
def test_receipts_glue_dates_to_times_and_spans_to_spans(text: str, days: list[str]) -> None:
    assert [str(seen.value) for seen in dates_in(text)] == days
