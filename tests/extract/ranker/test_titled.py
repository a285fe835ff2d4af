"""What a paper calls itself belongs to no biller's name."""

import pytest

from extract.ranker.titled import is_titled


@pytest.mark.parametrize(
    "name",
    [
        "PENROSE SCHOOL Business Rates Demand",
        "Maître Camille Joubert Demande de provision",
        "Immobilière WeberAppel de provisions",
        "Avviso TARI",
        "Waterbedrijf Hoogezand Jouw energierekening",
        "Te devolvemos dinero",
        "Stadtwerke Moorbek Jahresabrechnung",
    ],
)
def test_a_title_within_a_name_is_seen(name: str) -> None:
    assert is_titled(name)


@pytest.mark.parametrize(
    "name",
    [
        "Penrose Primary School",
        "Privatärztliche Abrechnungsstelle Süd",
        "Avis Location SA",
        "Notariskantoor De Wit",
        "Demand Media Inc",
    ],
)
def test_a_name_alone_has_no_title(name: str) -> None:
    assert not is_titled(name)
