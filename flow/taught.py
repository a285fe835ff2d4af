"""The memory's values as JSON text, for the database and for the children that read."""

from extract.memory.lesson import Correction, Identity, Lesson, Memory
from models.codec import Codec

LESSON: Codec[Lesson] = Codec(Lesson)
LESSONS: Codec[tuple[Lesson, ...]] = Codec(tuple[Lesson, ...])
SAID: Codec[tuple[Correction, ...]] = Codec(tuple[Correction, ...])
IDENTITY: Codec[Identity] = Codec(Identity)
MEMORY: Codec[Memory] = Codec(Memory)

NONE = "none"
"""What a correction says of a field that the bill does not have."""
