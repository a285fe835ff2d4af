"""A bill's card on the screen: its lines are there, and no more of them than can be read."""

from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from cli.archive_shown import emit_brought
from cli.output import Out
from cli.show import _print
from cli.warnings import warning_words
from extract.read import READERS
from extract.reader import Reader
from flow.archive.bring import Brought
from flow.archive.contents import Purpose
from flow.archive.manifest import Manifest
from flow.bill_shown import Card
from flow.lines import line_rows
from models.money import Money
from models.reading import LineItem
from models.words import Lang


def card(count: int) -> Card:
    lines = [LineItem(f"Article {i}", net=Money.of(i, "EUR")) for i in range(count)]
    return {
        "row": {
            "id": 1,
            "biller": "Eaux du Vallon",
            "amount": "84.20",
            "currency": "EUR",
            "due_date": None,
            "kind": "to_pay",
            "category": "water",
            "folder": "Factures/Eau",
            "state": "open",
            "dispute": None,
            "set_off": None,
            "order": None,
            "seen": None,
            "confidence": 0.95,
            "to_review": [],
            "like": [],
        },
        "details": {},
        "confidences": {},
        "evidence": {},
        "lines": line_rows(lines),
        "because": [],
        "suspicions": [],
        "warnings": ["qr_page_disagree:payee_iban"],
        "payments": [],
        "debit": None,
        "set_offs": [],
        "credit_left": None,
        "talk": {"letters": 0, "answers": 0},
        "instalments": [],
        "timeline": [],
        "moves": [],
        "journal": [],
    }


def shown(count: int) -> str:
    return printed(card(count))


def printed(made: Card, lang: Lang = "en") -> str:
    paper = StringIO()
    console = Console(file=paper, width=120, highlight=False, emoji=False, markup=False)
    _print(Out(lang, as_json=False, console=console), made)
    return paper.getvalue()


@pytest.mark.parametrize("reader", [*READERS, "memory"], ids=lambda one: getattr(one, "name", one))
def test_every_reader_has_words_for_people(reader: Reader | str) -> None:
    name = reader if isinstance(reader, str) else reader.name
    made = card(0)
    made["evidence"]["amount"] = {"source": name, "page": 1, "quote": "84,20"}
    row = next(line for line in printed(made).splitlines() if "84,20" in line)
    cells = [cell.strip() for cell in row.split("   ") if cell.strip()]
    assert len(cells) == 5, row
    assert cells[2] != name


def test_the_lines_of_a_bill_are_a_table() -> None:
    text = shown(2)
    assert "Quantity" in text
    assert "Article 1" in text
    assert "more lines" not in text


@pytest.mark.parametrize(
    ("lang", "cells"),
    [
        ("en", ["1234.5", "0.1276", "5.5%", "157.50"]),
        ("fr", ["1234,5", "0,1276", "5,5\xa0%", "157,50"]),
    ],
)
def test_the_figures_of_a_line_are_written_as_the_language_does(
    lang: Lang, cells: list[str]
) -> None:
    line = LineItem(
        "Énergie", quantity=Decimal("1234.5"), unit_price=Decimal("0.1276"),
        net=Money.of("157.50", "EUR"), vat_rate=Decimal("5.5"),
    )  # fmt: skip
    made = card(0)
    made["lines"] = line_rows([line])
    row = next(row for row in printed(made, lang).splitlines() if "Énergie" in row)
    assert [cell.strip() for cell in row.split("   ") if cell.strip()] == ["Énergie", *cells]


@pytest.mark.parametrize(
    ("lang", "due", "came"),
    [("en", "2026-10-08", "2026-11-23 16:25"), ("fr", "08/10/2026", "23/11/2026 16:25")],
)
def test_days_are_written_as_the_language_does_and_numbers_as_they_are(
    lang: Lang, due: str, came: str
) -> None:
    made = card(0)
    made["row"]["due_date"] = "2026-10-08"
    made["details"] = {"issue_date": "2026-10-08", "invoice_number": "2026-10-09"}
    made["timeline"] = [
        {"received": "2026-11-23T16:25:10+00:00", "from": "", "subject": "a.pdf", "kind": "to_pay"}
    ]
    text = printed(made, lang)
    assert text.count(due) == 2
    assert "2026-10-09" in text
    assert came in text


def test_the_moment_of_a_backup_is_written_as_the_language_does() -> None:
    paper = StringIO()
    console = Console(file=paper, width=120, highlight=False, emoji=False, markup=False)
    manifest = Manifest(Purpose.BACKUP, "1", "2026-11-23T16:41:57+00:00", {}, {}, [], [], 0, "")
    emit_brought(Out("fr", as_json=False, console=console), "a", Brought(manifest, 1, None))
    here = datetime(2026, 11, 23, 16, 41, tzinfo=UTC).astimezone()
    assert f"{here:%d/%m/%Y %H:%M} :" in paper.getvalue().replace("\xa0", " ")


def test_an_amount_in_a_doubt_is_written_as_the_language_does() -> None:
    assert "20.50 EUR" in warning_words(Out("en", as_json=False), "paid_in_part:20.50 EUR")
    assert "20,50 EUR" in warning_words(Out("fr", as_json=False), "paid_in_part:20.50 EUR")
    assert "AC04" in warning_words(Out("fr", as_json=False), "payment_returned:AC04")


@pytest.mark.parametrize("nothing", ["", "-"])
def test_a_payment_that_came_back_without_a_reason_has_no_empty_bracket(nothing: str) -> None:
    told = warning_words(Out("en", as_json=False), f"payment_returned:{nothing}")
    assert told == "A payment of this bill came back: it is open again."


def test_a_bill_without_lines_says_nothing_of_them() -> None:
    assert "Quantity" not in shown(0)


def test_a_long_bill_shows_its_first_lines_and_how_many_follow() -> None:
    text = shown(25)
    assert "Article 19" in text
    assert "Article 20" not in text
    assert "and 5 more lines" in text


@pytest.mark.parametrize(
    "warning",
    ["qr_page_disagree:amount", "qr_invalid:iban", "several_codes", "lines_disagree"],
)
def test_every_doubt_of_codes_and_sums_is_a_sentence(warning: str) -> None:
    words = warning_words(Out("en", as_json=False), warning)
    assert words != warning
    assert words.endswith(".")
    assert "{" not in words


def test_an_instalment_paid_in_part_shows_what_was_seen_and_what_is_left() -> None:
    made = card(0)
    made["instalments"] = [
        {
            "instalment": number, "due_date": "2026-12-05", "amount": amount, "currency": "EUR",
            "stage": stage, "seen": seen, "debit": None,
        }
        for number, (amount, stage, seen) in enumerate(
            [("40.00", "open", "20.00"), ("40.00", "handed_over", "20.00"), ("60.00", "paid", None)], 1
        )
    ]  # fmt: skip
    rows = [" ".join(line.split()) for line in printed(made).splitlines()]
    assert "1 2026-12-05 40.00 EUR partly paid (20.00 EUR seen)" in rows
    assert "2 2026-12-05 40.00 EUR handed over (20.00 EUR seen)" in rows
    assert "3 2026-12-05 60.00 EUR paid" in rows


def test_how_sure_the_kind_is_stands_among_the_fields() -> None:
    doubted = card(0)
    doubted["row"]["confidence"] = 0.664
    doubted["evidence"] = {"amount": {"source": "pdf_text", "quote": "84,20", "page": 1}}
    assert "Kind     66% " in printed(doubted)
