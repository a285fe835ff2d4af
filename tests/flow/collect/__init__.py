"""Shares collected by card, on a real database, over HTTP with our own Stripe."""
