"""An amount that other amounts of the page add up to was hardly misread."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.arithmetic import MOST_AMOUNTS, Rule, is_tax, support

CENTS = st.integers(100, 9_999_999).map(lambda cents: Decimal(cents).scaleb(-2))
RATES = st.sampled_from(["20", "19", "21", "10", "5.5", "8.1"]).map(lambda r: Decimal(r) / 100)


def amounts(text: str) -> list[Decimal]:
    return [Decimal(word) for word in text.split()]


@given(CENTS, RATES)
def test_net_and_tax_support_the_total(net: Decimal, rate: Decimal) -> None:
    tax = (net * rate).quantize(Decimal("0.01"))
    found = support([net, tax, net + tax], net + tax)
    assert found.rule is Rule.NET_AND_TAX
    assert sum(found.terms) == net + tax
    assert found.strength == 1.0


@given(CENTS, RATES, CENTS)
def test_another_total_is_not_supported_by_that_tax(
    net: Decimal, rate: Decimal, other: Decimal
) -> None:
    tax = (net * rate).quantize(Decimal("0.01"))
    wrong = net + tax + other
    assert support([net, tax, wrong], wrong).rule not in {Rule.NET_AND_TAX, Rule.SEVERAL_TAXES}


@pytest.mark.parametrize(
    ("printed", "candidate", "rule"),
    [
        ("100.00 20.00 120.00", "120.00", Rule.NET_AND_TAX),
        ("10.00 0.55 30.00 6.00 40.00 6.55 46.55", "46.55", Rule.SEVERAL_TAXES),
        ("100.00 20.00 120.00 50.00 70.00", "70.00", Rule.PREPAID),
        ("12.30 45.60 7.77 65.67", "65.67", Rule.LINES),
        ("12.30 45.60 7.77 65.67 3.11 99.00", "65.67", Rule.LINES),
        ("30.15 84.20 30.10 84.25", "84.25", Rule.BALANCE),
        ("-10.00 -2.00 -12.00", "-12.00", Rule.NET_AND_TAX),
        ("84.20", "84.20", Rule.NONE),
        ("84.20 84.20", "84.20", Rule.NONE),
        ("84.20 0.00 84.20", "84.20", Rule.NONE),
        ("100.00 20.00 119.00", "119.00", Rule.NONE),
        ("100.00 20.00 120.00", "0.00", Rule.NONE),
        ("", "84.20", Rule.NONE),
    ],
)
def test_each_sum_is_named(printed: str, candidate: str, rule: Rule) -> None:
    found = support(amounts(printed), Decimal(candidate))
    assert found.rule is rule
    assert found.adds_up == (rule is not Rule.NONE)
    assert 0 <= found.strength <= 1


@given(st.lists(CENTS, min_size=2, max_size=30))
def test_lines_support_their_sum(lines: list[Decimal]) -> None:
    total = sum(lines, Decimal(0))
    assert support([*lines, total], total).adds_up


@given(st.lists(st.decimals("-99999", "99999", places=2), max_size=60), CENTS)
def test_the_terms_are_amounts_of_the_page(printed: list[Decimal], candidate: Decimal) -> None:
    found = support(printed, candidate)
    sizes = {abs(amount) for amount in printed}
    assert all(abs(term) in sizes and term for term in found.terms)
    assert found.adds_up == bool(found.terms)


def test_a_tax_is_one_at_a_usual_rate() -> None:
    assert is_tax(Decimal("3.33"), Decimal("16.67"))
    assert not is_tax(Decimal("31.00"), Decimal("100.00"))


@pytest.mark.cpu_seconds(5)
def test_a_page_full_of_amounts_takes_no_time() -> None:
    many = [Decimal(n) for n in range(1, MOST_AMOUNTS * 5)]
    assert support(many, Decimal(77_777_777)).rule is Rule.NONE
