"""Which names count as the right one when the reader learns what its answers are worth."""

from extract.training.labels import is_biller


def test_the_profession_behind_a_persons_name_may_be_missing() -> None:
    assert is_biller(("Alice Yardley, Attorney at Law",), "Alice Yardley")
    assert is_biller(("Alice Yardley, Attorney at Law",), "ALICE YARDLEY, ATTORNEY AT LAW")


def test_one_partner_is_not_the_firm() -> None:
    assert not is_biller(("Yardley, Jones & Brown LLP",), "Yardley")
