"""Everything of a person in one file: written, checked, and taken in again."""
