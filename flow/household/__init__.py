"""Households: who belongs to one, how bills are split in it, who owes whom, and how it is settled."""
