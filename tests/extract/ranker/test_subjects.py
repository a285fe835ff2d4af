"""A label says the same in every language, and where it stands counts."""

import pytest

from extract.ranker.subjects import said_by, subject_buckets


@pytest.mark.parametrize(
    ("labels", "subject"),
    [
        (
            ("Grand total", "Total TTC", "Gesamtbetrag", "Importe total", "Totale", "Totaal"),
            "total",
        ),
        (("VAT", "T.V.A.", "MwSt.", "IVA", "BTW:"), "tax"),
        (("Issued", "Émise le", "Ausgestellt am", "Emisión", "Emesso", "Uitgegeven"), "issue"),
        (("Due", "Échéance", "Fällig", "Vencimiento", "Scadenza", "Vervaldatum"), "due"),
        (("Period", "Période", "Zeitraum", "Periodo", "periode"), "period"),
    ],
)
def test_a_label_says_the_same_in_every_language(labels: tuple[str, ...], subject: str) -> None:
    for label in labels:
        assert subject in {name for word in said_by(label) for name in word}, label


def test_words_are_heard_through_elisions_hyphens_case_and_accents() -> None:
    assert said_by("DATE D'ÉMISSION") == said_by("date emission")
    assert said_by("Rechnungs-Datum")[0] == ("date",)
    assert said_by("quelque chose d'autre") == ()


def test_what_a_bill_does_with_money_is_told_apart_from_what_a_figure_is() -> None:
    assert "pay!" in said_by("to be paid by, payable")[-1]


def around(place: int, text: str) -> set[int]:
    texts = [""] * 10
    texts[place] = text
    return set(subject_buckets(texts).tolist())


def test_a_label_counts_by_its_place_and_wherever_a_label_may_stand() -> None:
    left, above, below = (around(place, "Amount due") for place in (3, 5, 9))
    assert left != above
    assert left & above
    assert not left & below


def test_order_of_words_counts() -> None:
    assert around(3, "total tax") != around(3, "tax total")


def test_a_text_that_says_nothing_known_is_told_from_no_text() -> None:
    assert around(3, "Xyzzy")
    assert around(3, "") == set()
