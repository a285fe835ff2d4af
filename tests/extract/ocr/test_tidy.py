"""What OCR breaks in figures is joined again; words stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ocr.tidy import tidy


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Total 16. 52", "Total 16.52"),
        ("TOTAL S34.50", "TOTAL $34.50"),
        ("Date: 0ct 3,2016", "Date: Oct 3,2016"),
        ("Server 02,/22/2014", "Server 02/22/2014"),
        ("CASH 1O.50", "CASH 10.50"),
        ("01:34PM 05 02-18", "01:34PM 05-02-18"),
        ("5./3/2018", "5/3/2018"),
        ("TOTAL .82", "TOTAL 0.82"),
        ("Total PM1.00", "Total RM1.00"),
        ("Paid M12.50", "Paid RM12.50"),
        ("Parking Fee RMD.94", "Parking Fee RM0.94"),
    ],
)
def test_a_broken_figure_is_joined_again(seen: str, meant: str) -> None:
    assert tidy(seen) == meant


@pytest.mark.parametrize(
    "text",
    [
        "03-9010-9849",
        "1 12.00 24.00",
        "12 000 12",
        "Tel: 03-80 12 10",
        "SOLO 5",
        "8.90 S",
        "8PM 10.30",
        "M 12",
        "HDMI2.10",
    ],
)
def test_what_could_be_two_things_is_left_alone(text: str) -> None:
    assert tidy(text) == text


@given(st.text(alphabet="0123456789.,/-: OolISR$€abc", max_size=40))
def test_tidying_never_fails_and_keeps_the_letters_of_words(text: str) -> None:
    tidy(text)
    assert tidy("boulangerie") == "boulangerie"
