"""What a bill is for, and where its mail is filed."""

import pytest

from classify.folders import folder_for
from classify.judge import judge
from models.verdict import Category, Kind
from tests.classify.cases import bill_reading, found, letter, mail, paper


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Consommation 243 kWh, point de livraison 3289739", Category.ENERGY),
        ("Eau potable 32 m3, assainissement collectif", Category.WATER),
        ("Forfait mobile 80 Go, hors forfait 0,00", Category.TELECOM),
        ("Loyer de septembre, provisions pour charges, locataire", Category.RENT),
        ("Votre assurance habitation, prime annuelle", Category.INSURANCE),
        ("Direction générale des finances publiques, taxe foncière", Category.TAX),
        ("Mobilfunk Rufnummer 0170, Datenvolumen 5 GB", Category.TELECOM),
        ("Council tax bill 2026", Category.TAX),
        ("Restauration scolaire, centre de loisirs", Category.EDUCATION),
    ],
)
def test_the_words_of_the_trade_tell_the_category(text: str, category: Category) -> None:
    reading = bill_reading(biller=found("Nemo"))
    assert judge(paper("FACTURE\n" + text, reading)).category is category


def test_the_name_of_a_known_biller_tells_the_category() -> None:
    message = mail(
        "Votre facture", "Votre facture de 34,99 €.", sender="x@sncf.example", name="SNCF"
    )
    assert judge(letter(message)).category is Category.TRANSPORT


def test_folders_are_named_in_the_persons_language() -> None:
    assert folder_for(Category.ENERGY, Kind.TO_PAY, "Factures", "fr") == "Factures/Énergie"
    assert folder_for(Category.TAX, Kind.RECEIPT, "Factures", "fr") == "Factures/Impôts"
    assert folder_for(Category.OTHER, Kind.TO_PAY, "Bills", "en") == "Bills/Other"


def test_every_category_has_its_own_folder_in_both_languages() -> None:
    for lang in ("fr", "en"):
        names = {folder_for(c, Kind.TO_PAY, "R", lang) for c in Category}
        assert len(names) == len(Category)


def test_mail_that_is_no_bill_stays_where_it_is() -> None:
    assert {folder_for(c, Kind.OTHER, "Factures", "fr") for c in Category} == {""}


def test_a_taught_category_wins_and_says_so() -> None:
    case = paper("FACTURE 243 kWh", bill_reading(), known_category="rent")
    verdict = judge(case)
    assert verdict.folder == "Factures/Loyer"
    assert "You said so for this biller." in {b.sentence for b in verdict.because}


def test_a_taught_kind_wins_and_says_so() -> None:
    case = paper("FACTURE n° 12\nNet à payer 84,20 €", bill_reading(), known_kind="to_be_debited")
    verdict = judge(case)
    assert verdict.kind is Kind.TO_BE_DEBITED
    assert verdict.because[0].sentence == "You said so for this biller."


def test_a_newsletter_of_a_taught_biller_stays_other() -> None:
    message = mail("Nos conseils de saison", "Profitez de nos astuces. Se désabonner", bulk=True)
    assert judge(letter(message, known_kind="to_be_debited")).kind is Kind.OTHER


def test_words_that_mean_nothing_as_taught_are_ignored() -> None:
    case = paper("FACTURE\nNet à payer 84,20 €", bill_reading(), known_kind="x", known_category="y")
    assert judge(case).kind is Kind.TO_PAY
