"""Papers that are no bills: quotes, payslips, statements, menus, tickets, letters.

They teach and measure what must never be taken for a bill. `paper` is deterministic; the wordings
stand in `books/`, one file a language, its grammar in `texts`.
"""

from samples.papers.making import Answer, Paper, blocks_of, families, paper

__all__ = ["Answer", "Paper", "blocks_of", "families", "paper"]
