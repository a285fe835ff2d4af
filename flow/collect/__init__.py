"""Collecting by card: a payee's own account, a page for each share, and what was paid there."""
