"""Whole mails of invented companies: texts, HTML shells, envelopes."""
