"""What the person taught of a biller, used on its next bill. Values in, values out; no database."""
