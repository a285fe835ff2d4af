"""Reminding: who is told of which bills, when, through what; and the calendars of due dates."""
