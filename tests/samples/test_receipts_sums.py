"""Laws of the sums behind a receipt."""

from decimal import Decimal
from random import Random

import pytest

from samples.receipts.lands import LANDS, Land
from samples.receipts.sale import STOCKED, goods, sell, tendered


@pytest.mark.parametrize("land", LANDS.values(), ids=lambda land: land.code)
def test_the_sums_of_a_sale_agree(land: Land) -> None:
    for seed in range(40):
        rng = Random(seed)
        trade = rng.choice(STOCKED)
        sale = sell(land, trade, goods(land, trade, rng), rng)
        assert sale.gross == sum(item.price * item.count for item in sale.items)
        base = sale.gross - sale.discount + sale.service
        assert sale.total == base + (sale.tax if sale.added else 0)
        assert sale.net + sale.tax == sale.total
        assert abs(sale.rounding) <= Decimal(land.step) / 2
        assert sale.paid == sale.payable + sale.tip
        assert sale.paid * 100 % 1 == 0


def test_rounded_sums_are_whole_coins() -> None:
    land = LANDS["MY"]
    for seed in range(60):
        rng = Random(seed)
        assert (
            sell(land, "grocery", goods(land, "grocery", rng), rng).payable % Decimal("0.05") == 0
        )


def test_cash_given_is_never_less_than_asked() -> None:
    for seed in range(200):
        asked = Decimal(seed * 37 + 5) / 100
        assert tendered(asked, 1, Random(seed)) >= asked
