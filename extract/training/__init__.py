"""How the learned reader is trained; nothing here runs when a bill is read."""
