"""Fixtures of the tests of the road."""

from tests.flow.order_house import each, house

__all__ = ["each", "house"]
