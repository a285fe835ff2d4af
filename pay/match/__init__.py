"""Matching: which entry of a statement proves which bill or order."""
