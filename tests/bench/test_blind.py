"""The held-out bills: two thousand different ones, true to what they print, of companies of their own."""

import json
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from bench import examples
from bench.blind import COUNT, FIRST, LOOKS, STEP, bills, draw, write
from bench.firms import SOUNDS, renamed, word
from bench.items import drawn_items
from samples import blind
from tests.samples.printed import amounts, squashed, stands
from tests.samples.test_blind import printed_dates, text_of

PLACES = [(name, FIRST + place % COUNT) for place, name in enumerate(blind.LAYOUTS)]
"""Each layout once, in ever another variant."""


def test_there_are_two_thousand_and_none_of_them_is_among_the_samples() -> None:
    assert len(blind.LAYOUTS) * COUNT >= 2000
    assert FIRST >= blind.VARIANTS


@pytest.mark.parametrize(("name", "number"), PLACES)
def test_what_is_expected_is_printed(name: str, number: int) -> None:
    pdf, answer = draw(name, number)
    text = text_of(pdf)
    names = answer["biller"]
    assert isinstance(names, list)
    assert any(squashed(one) in text for one in names)
    if "amount" in answer:
        assert stands(text, amounts(str(answer["amount"])))
    assert stands(text, printed_dates(str(answer["issue_date"])))
    if answer["due_date"] and "terms_only" not in str(answer["traps"]):
        assert stands(text, printed_dates(str(answer["due_date"])))
    for field in ("invoice_number", "customer_number", "reference", "iban"):
        assert squashed(str(answer.get(field) or "")) in text.replace(" ", ""), field
    assert str(answer["issue_date"]) <= "2026-11-22"


@pytest.mark.parametrize("name", blind.LAYOUTS)
def test_variants_differ_in_more_than_the_day(name: str) -> None:
    drawn = [draw(name, FIRST + step) for step in range(4)]
    assert len({pdf for pdf, _ in drawn}) == 4
    assert len({(str(a.get("amount")), str(a["issue_date"])) for _, a in drawn}) > 2
    assert drawn[0] == draw(name, FIRST)


def test_hardly_two_bills_of_a_layout_are_of_one_company() -> None:
    drawn = [draw("de-joiner", FIRST + step)[1] for step in range(12)]
    assert len({str(answer["biller"]) for answer in drawn}) > 9


def test_scans_and_photographs_meet_every_turn_of_the_options() -> None:
    for step, start in ((STEP, 0), (STEP, STEP // 2)):
        places = range(start, len(blind.LAYOUTS) * COUNT, step)
        assert {(FIRST + place % COUNT) % blind.VARIANTS for place in places} == {0, 1, 2}
        assert {place // COUNT for place in places} == set(range(len(blind.LAYOUTS)))


def test_every_so_manieth_is_drawn_alike_alone_or_among_all() -> None:
    every = [stem for stem, _, _ in islice(bills(7), 3)]
    assert every == [stem for stem, _, _ in islice(bills(), 15)][::7]
    assert next(bills(1, 5)) == list(islice(bills(), 6))[5]


def test_the_written_folder_is_a_set(tmp_path: Path) -> None:
    count = write(tmp_path, "scan", step=900)
    items = drawn_items(tmp_path)
    assert count == len(items) == 3
    assert all(item.path.is_file() and item.is_image for item in items)
    assert all({"biller", "kind", "due_date"} <= item.truth.keys() for item in items)
    assert json.loads((tmp_path / "manifest.jsonl").read_text("utf-8").splitlines()[0])["family"]
    assert set(LOOKS) == {"pdf", "scan", "photo"}


def test_a_company_keeps_what_it_does_and_its_legal_form() -> None:
    dice = Random(1)
    trade, legal = renamed("Stadtwerke Elmstadt", "Stadtwerke Elmstadt GmbH", "de", dice)
    assert trade.startswith("Stadtwerke ")
    assert trade != "Stadtwerke Elmstadt"
    assert legal == f"{trade} GmbH"


def test_a_name_without_a_word_of_its_own_stays() -> None:
    names = ("Direction des impôts fonciers", "Direction des impôts fonciers")
    assert renamed(*names, "fr", Random(1)) == names
    assert renamed("MSAR", "Mutualité Sociale Rurale", "fr", Random(1))[0] == "MSAR"


@pytest.mark.parametrize("lang", SOUNDS)
def test_invented_words_are_many(lang: str) -> None:
    dice = Random(3)
    assert len({word(lang, dice) for _ in range(300)}) > 90


def test_what_is_learned_from_is_drawn_without_them() -> None:
    teaching = Path(examples.__file__).read_text(encoding="utf-8")
    assert "composed" in teaching
    assert "blind" not in teaching
