"""Shares: what each person bears of a bill, by rule, exact to the cent, with its reasons."""
