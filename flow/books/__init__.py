"""The books of one person of the house, gathered from its rows; and those of others, taken in."""
