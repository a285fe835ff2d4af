"""Receipts from tills, pumps, taxis and hotels of twenty countries, with what a reader must answer."""
