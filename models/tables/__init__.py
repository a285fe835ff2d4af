"""One file per noun that is stored."""
