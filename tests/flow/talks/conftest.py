"""Fixtures of the tests of talks."""

from tests.flow.household.conftest import flat, light

__all__ = ["flat", "light"]
