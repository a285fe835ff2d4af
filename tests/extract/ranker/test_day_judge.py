"""A due date is never surer than what it is counted from, nor without a word that makes it one."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from extract.looked import Looked
from extract.ranker.judge import Judge
from extract.ranker.model import FILE, Model
from extract.ranker.sureness import GROUPS, SURE, Sureness
from extract.rule_of_dates import due_of, issued_of
from extract.sheet import sheet_of
from models.reading import Found
from tests.extract.sheets import page_of_rows

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="`make train` was not run yet")
HEAD = [["Brasserie du Quai SARL"], ["44000 NANTES"], ["Facture F-2031", "Date : 03/03/2026"]]
END = [["Total TTC", "120,00 €"], ["Net à payer", "120,00 €"]]


def days(rows: list[list[str]], model: Model) -> tuple[Found[date] | None, Found[date] | None]:
    """Day of issue and due date."""
    looked = Looked(sheet_of((page_of_rows(rows),)), "pdf_text")
    judge = Judge(looked, model)
    issued = judge.issued(issued_of(looked))
    return issued, judge.due(due_of(looked, issued))[0]


def test_a_counted_due_date_is_no_surer_than_the_day_that_it_is_counted_from(
    certain: Model,
) -> None:
    rows = [*HEAD, *END, ["Conditions de paiement : 30 jours"]]
    sure = certain.sureness
    doubted = replace(
        certain,
        sureness={**sure, "issued_on": replace(sure["issued_on"], cuts=np.full(len(GROUPS), 1.0))},
    )
    issued, due = days(rows, certain)
    assert issued is not None
    assert due is not None
    assert due.value == date(2026, 4, 2)
    assert due.confidence >= SURE
    issued, due = days(rows, doubted)
    assert issued is not None
    assert due is not None
    assert due.value == date(2026, 4, 2)
    assert due.confidence <= issued.confidence < SURE


@pytest.fixture(scope="module")
def daring(certain: Model) -> Model:
    """The same, where the likeliest day is always due."""
    worth = certain.sureness
    always, never = (
        Sureness(np.zeros_like(worth[name].weights), bias, worth[name].cuts)
        for name, bias in (("due_on", 40.0), ("no_due", -40.0))
    )
    return replace(certain, sureness={**worth, "due_on": always, "no_due": never})


ASKS = ["Merci de nous régler 120,00 € par virement."]


def test_the_bare_day_of_issue_is_never_surely_the_due_date(daring: Model) -> None:
    _, due = days([*HEAD[:2], ["Facture F-2031", "03/03/2026"], *END[1:], ASKS], daring)
    assert due is not None
    assert due.value == date(2026, 3, 3)
    assert due.confidence < SURE


def test_a_labelled_due_date_may_be_the_day_of_issue(daring: Model) -> None:
    _, due = days([*HEAD, ["Échéance : 03/03/2026"], *END, ASKS], daring)
    assert due is not None
    assert due.value == date(2026, 3, 3)
    assert due.confidence >= SURE


OFFER = "Zahlbar bis 17.03.2026 mit 2 % Skonto, oder bis 02.04.2026 rein netto"


@pytest.mark.parametrize("offer", [OFFER, OFFER.replace(", oder", " oder")])
def test_the_last_day_of_a_discount_is_no_due_date_beside_one_as_likely(
    daring: Model, offer: str
) -> None:
    _, due = days([*HEAD, *END, [offer]], daring)
    assert due is not None
    assert due.value == date(2026, 4, 2)


def test_a_day_in_the_clause_of_a_discount_is_never_sure(daring: Model) -> None:
    one = "À régler avant le 02/04/2026"
    _, plain = days([*HEAD, *END, [one]], daring)
    _, offered = days([*HEAD, *END, [f"{one} avec 2 % d'escompte"]], daring)
    assert plain is not None
    assert plain.confidence >= SURE
    assert offered is None or offered.confidence < SURE


PLACE = {"open": "Sydney", "american": "Reno, NV 89501"}


@pytest.mark.parametrize("known", PLACE)
def test_a_day_that_may_be_read_in_either_order_is_never_sure(daring: Model, known: str) -> None:
    rows = [["Harbour Strata Pty"], [PLACE[known]], ["Invoice 88", "Date: 11/03/2026"]]
    issued, due = days([*rows, ["Amount due", "$700.00"], ["Due date: 12/01/2026"]], daring)
    assert issued is not None
    assert due is not None
    assert (issued.confidence >= SURE) is (due.confidence >= SURE) is (known == "american")


def test_the_last_day_of_an_application_is_never_surely_the_due_date(daring: Model) -> None:
    _, due = days(
        [*HEAD, *END, ["Paiement en 3 fois possible, demandez-le avant le 02/04/2026"]], daring
    )
    assert due is None or due.confidence < SURE


DEBIT = "le prélèvement aura lieu le 15/04/2026"


def test_a_debit_beside_a_day_to_pay_by_is_never_surely_the_due_date(daring: Model) -> None:
    _, alone = days([*HEAD, *END, [f"Sauf avis contraire {DEBIT}"]], daring)
    rows = [*HEAD, *END, ["Échéance : 10/04/2026"], [f"Pour les abonnés mensualisés, {DEBIT}"]]
    _, beside = days(rows, daring)
    assert alone is not None
    assert alone.confidence >= SURE
    assert beside is None or beside.value == date(2026, 4, 10) or beside.confidence < SURE


RELANCE = [["Brasserie du Quai SARL"], ["44000 NANTES"], ["Deuxième relance - mise en demeure"]]
BILL = [["Objet : facture n° 26-3318 du 03/03/2026 restée impayée"]]


def test_a_reminder_is_not_counted_from_the_day_of_its_bill(daring: Model) -> None:
    _, due = days([*RELANCE, *BILL, *END, ["Merci de régler sous 10 jours."]], daring)
    assert due is None or due.confidence < SURE
