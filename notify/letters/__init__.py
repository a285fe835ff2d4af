"""Letters to a biller: whom to write to, what about, and the words."""
