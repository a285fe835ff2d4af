"""Receipts from tills, pumps, taxis and hotels of twenty countries, with what a reader must answer."""

from samples.receipts.write import Receipt, receipt

__all__ = ["Receipt", "receipt"]
