"""Fixtures of the tests of the road."""

from tests.flow.order_house import each, house, wiring
from tests.flow.teaching import box

__all__ = ["box", "each", "house", "wiring"]
