"""Bills composed at random: skeleton of the page x phrasebook x company x amounts x looks.

They teach and measure readers. `compose` is deterministic; `families` names every combination of
language, skeleton and phrasebook.
"""

from samples.composed.making import (
    Composed,
    blocks,
    compose,
    families,
    held_out,
    holdout_group,
    kept,
)

__all__ = ["Composed", "blocks", "compose", "families", "held_out", "holdout_group", "kept"]
