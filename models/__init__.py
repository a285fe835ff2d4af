"""Values and tables: the nouns every other room speaks in."""
