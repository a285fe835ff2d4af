"""The most exact answer wins; agreement makes it surer, contradiction doubts it and says so."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from extract.merge import MOST_CERTAIN, Merge
from models.money import Money
from models.reading import Reading
from tests.extract.cast import bill, found


def merged(*readings: Reading, text: str = "") -> Reading:
    return Merge(readings, "clash", text).reading()


def test_one_reading_stays_as_it_is() -> None:
    only = bill()
    assert merged(only) is only


def test_agreement_makes_both_surer() -> None:
    reading = merged(bill("pdf_text"), bill("mail_body", confidence=0.7))
    assert reading.amount is not None
    assert 0.8 < reading.amount.confidence <= MOST_CERTAIN
    assert reading.amount.source == "pdf_text"
    assert reading.warnings == ()


def test_contradiction_doubts_the_winner_and_names_the_field() -> None:
    reading = merged(bill("pdf_text"), bill("mail_body", amount="99.00"))
    assert reading.amount is not None
    assert reading.amount.value == Money.of("84.20", "EUR")
    assert reading.amount.confidence < 0.8
    assert reading.warnings == ("clash:amount",)


def test_an_answer_that_is_hardly_sure_contradicts_nobody() -> None:
    reading = merged(bill("pdf_text"), bill("mail_body", amount="99.00", confidence=0.3))
    assert reading.amount == bill("pdf_text").amount
    assert reading.warnings == ()


def test_xml_is_doubted_only_when_the_page_does_not_show_what_it_says() -> None:
    xml, page = bill("facturx", confidence=0.99), bill("pdf_text", amount="99.00")
    shown = merged(xml, page, text="Total 99,00 dont à payer 84,20 € le 01/04/2026")
    hidden = merged(xml, page, text="Total 99,00 €")
    assert shown.amount is not None
    assert hidden.amount is not None
    assert shown.amount.confidence > 0.9 > hidden.amount.confidence
    assert shown.warnings == ()
    assert hidden.warnings == ("clash:amount",)


def test_a_paper_is_not_doubted_when_the_mail_shows_the_same_amount_too() -> None:
    paper, body = bill("pdf_text"), bill("mail_body", amount="12.00")
    reading = merged(paper, body, text="Offre à 12,00 € ! Votre facture de 84,20 € est arrivée.")
    assert reading.warnings == ()
    assert merged(paper, body, text="Offre à 12,00 € !").warnings == ("clash:amount",)


def test_a_credit_notes_minus_is_taken_from_whoever_saw_it() -> None:
    page, body = bill("pdf_text"), bill("mail_body", amount="-84.20", sign="credit_note")
    credit = merged(page, body).amount
    assert credit is not None
    assert credit.value == Money.of("-84.20", "EUR")
    assert credit.source == "pdf_text"
    plain = merged(page, bill("mail_body", amount="-84.20")).amount
    assert plain is not None
    assert plain.value == Money.of("84.20", "EUR")


def test_names_with_and_without_legal_form_are_one_company() -> None:
    reading = merged(
        bill("pdf_text", biller="EAUX DU VALLON SA"), bill("mail_body", biller="Eaux du Vallon")
    )
    assert reading.warnings == ()


def test_the_sender_names_the_biller_when_the_page_was_a_guess() -> None:
    page = replace(bill("pdf_text"), biller=found("12 rue du Lac", "pdf_text", 0.3))
    reading = merged(page, bill("mail_body", biller="Eaux du Vallon", confidence=0.8))
    assert reading.biller is not None
    assert reading.biller.value == "Eaux du Vallon"


def test_what_one_lacks_the_other_fills_with_less_trust() -> None:
    reading = merged(bill("pdf_text", due=None), bill("mail_body", due=date(2026, 5, 1)))
    assert reading.due_on is not None
    assert reading.due_on.confidence < 0.8


def test_a_doubt_about_a_beaten_answer_is_dropped() -> None:
    beaten = replace(
        bill("pdf_text"), payee_iban=found("FR12", confidence=0.3), warnings=("iban_invalid",)
    )
    winner = replace(
        bill("facturx"), payee_iban=found("FR7630006000011234567890189", "facturx", 0.99)
    )
    assert merged(winner, beaten).warnings == ()
    assert merged(bill("facturx"), beaten).warnings == ("iban_invalid",)


def test_each_sign_is_kept_once_with_its_first_proof() -> None:
    reading = merged(
        bill("pdf_text"), bill("mail_body"), replace(bill("mail_body"), signs=(found("reminder"),))
    )
    assert [(sign.value, sign.source) for sign in reading.signs] == [
        ("invoice_title", "pdf_text"),
        ("reminder", "pdf_text"),
    ]


@given(st.lists(st.tuples(st.sampled_from(["1.00", "2.00", None]), st.floats(0, 1)), min_size=1))
def test_a_confidence_never_leaves_0_to_1(answers: list[tuple[str | None, float]]) -> None:
    readings = [bill(amount=amount, confidence=sure) for amount, sure in answers]
    reading = merged(*readings)
    assert (reading.amount is None) == all(amount is None for amount, _ in answers)
    assert reading.amount is None or 0 <= reading.amount.confidence <= 1
