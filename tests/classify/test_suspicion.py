"""The fraud gate: what holds a bill, and what does not."""

import pytest

from classify.judge import judge
from models.mail import Authenticity, Mail
from models.reading import Found
from tests.classify.cases import bill_reading, found, letter, mail, paper

FAILED = Authenticity("fail", "fail", "fail")
PAY = "Facture F-2025-17 : merci de régler 84,20 € par virement avant le 20/10/2025."


def sentences(case_mail: Mail, **reading: Found[str]) -> set[str]:
    """Why the mail is held."""
    held = judge(letter(case_mail, bill_reading(**reading))).suspicions
    return {because.sentence for because in held}


def test_a_plain_bill_of_its_own_domain_is_not_held() -> None:
    assert not sentences(mail("Votre facture F-2025-17", PAY))


def test_one_soft_doubt_lowers_the_confidence_and_is_told_but_holds_nothing() -> None:
    trusted = judge(letter(mail("Votre facture", PAY), bill_reading()))
    failed = judge(letter(mail("Votre facture", PAY, authenticity=FAILED), bill_reading()))
    assert not failed.suspicions
    assert failed.confidence < trusted.confidence
    assert any("could not confirm" in b.sentence for b in failed.because)


def test_a_brand_on_a_strange_domain_that_fails_its_proof_is_held() -> None:
    message = mail(
        "Votre facture", PAY, sender="x@mccfestop.example", name="PayPal", authenticity=FAILED
    )
    assert any("whose address this is not" in s for s in sentences(message))


def test_a_brand_on_its_own_domain_is_no_doubt() -> None:
    message = mail("Votre facture", PAY, sender="service@mail.paypal.fr", name="PayPal")
    assert not sentences(message)


def test_an_announced_change_of_account_is_held_alone() -> None:
    text = PAY + " Notre compte bancaire est clôturé, voici nos nouvelles coordonnées bancaires."
    held = sentences(mail("Facture", text), payee_iban=found("NL49FACT0355761769"))
    assert any("new account" in s for s in held)


@pytest.mark.parametrize("word", ["xml_page_disagree", "qr_page_disagree"])
@pytest.mark.parametrize("field", ["amount", "payee_iban"])
def test_another_amount_or_account_inside_than_printed_is_held(word: str, field: str) -> None:
    case = paper("FACTURE\nNet à payer 84,20 €", bill_reading(warnings=(f"{word}:{field}",)))
    assert judge(case).suspicions


def test_another_date_inside_than_printed_is_a_reason_and_holds_nothing() -> None:
    warned = bill_reading(warnings=("xml_page_disagree:issued_on",))
    case = paper("FACTURE\nNet à payer 84,20 €", warned)
    assert not judge(case).suspicions
    assert judge(case).confidence < judge(paper(case.extraction.text, bill_reading())).confidence


def test_a_known_biller_from_a_new_domain_is_held_and_from_its_own_is_not() -> None:
    own = letter(mail("Facture", PAY), bill_reading(), known_domains=("lumelia.example",))
    below = letter(
        mail("Facture", PAY, sender="a@mail.lumelia.example"),
        bill_reading(),
        known_domains=("lumelia.example",),
    )
    new = letter(
        mail("Facture", PAY, sender="a@lumelia-client.example"),
        bill_reading(),
        known_domains=("lumelia.example",),
    )
    assert not judge(own).suspicions
    assert not judge(below).suspicions
    assert judge(new).suspicions


def test_an_account_in_another_country_than_the_biller_is_a_doubt() -> None:
    reading = bill_reading(payee_iban=found("NL49FACT0355761769"), biller_id=found("FR87997514948"))
    verdict = judge(paper("FACTURE\nNet à payer 84,20 €", reading))
    assert any(b.quote == "NL / FR" for b in verdict.because)
    assert not verdict.suspicions


def test_mail_that_is_no_bill_is_not_stopped() -> None:
    message = mail("Dîner ?", "Samedi ?", name="PayPal", sender="x@y.example", authenticity=FAILED)
    assert not judge(letter(message)).suspicions
