"""Extract: a document's bytes in, one Reading with a proof for every field out."""
