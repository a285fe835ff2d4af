"""Receipts from tills, pumps, taxis and hotels of twenty countries, with what a reader must answer."""

from samples.receipts.write import Receipt, blocks, families, receipt

__all__ = ["Receipt", "blocks", "families", "receipt"]
