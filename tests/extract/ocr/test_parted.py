"""Dates come out of OCR whole, and nothing else changes."""

import pytest

from extract.ocr.parted import parted


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Date 27/05/20188:07 PM", "Date 27/05/2018 8:07 PM"),
        ("04/03/201815:41:52", "04/03/2018 15:41:52"),
        ("Receipt 02/03/1805:16", "Receipt 02/03/18 05:16"),
        ("REG ANNE13-02-2016", "REG ANNE 13-02-2016"),
        ("27-04--18 16:40", "27-04-18 16:40"),
        ("Date： 3，10：2016", "Date: 3,10:2016"),
    ],
)
def test_what_stuck_to_a_date_is_parted(seen: str, meant: str) -> None:
    assert parted(seen) == meant


@pytest.mark.parametrize(
    "text",
    [
        "27/05/2018 18:07",
        "80,20 €",
        "FR76 3000 4000 0312 3456",
        "F-2031",
        "1:20",
        "Tel 03-7986-20188",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert parted(text) == text
