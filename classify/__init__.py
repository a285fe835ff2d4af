"""Classify: a mail and its reading in, a Verdict (kind, category, folder, why) out."""
