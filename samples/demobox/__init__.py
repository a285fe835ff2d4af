"""The demo mailbox that ships in the wheel: one person's mail of November 2026."""
