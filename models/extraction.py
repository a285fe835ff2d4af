"""What all readers together say of one bill's documents."""

from dataclasses import dataclass, field

from models.reading import Reading


@dataclass(frozen=True, slots=True)
class Extraction:
    """`reading` is the merge of `readings` (most exact first); `text` is what a person would read,
    at most 40,000 characters; `problems` are (document name, problem code) of what could not be read;
    `keys` are the numbers that name the biller ("account:FR76…", "register:…", "creditor:…").
    """

    reading: Reading
    readings: tuple[Reading, ...] = ()
    text: str = field(default="", repr=False)
    problems: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
