"""Pictures of every kind are opened or refused with a sentence."""
