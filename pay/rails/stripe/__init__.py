"""Shares collected by card or debit into the account of a payee that may hold one at Stripe."""
