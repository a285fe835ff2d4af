"""Messages forwarded as text: the header lines that mail programs write above what they quote."""

import re

from inbox.addresses import addresses_of
from models.mail import Address

_FROM = re.compile(r"^[>*\s]{0,20}(?:From|De|Von|Da)\s{0,3}:[*\s]{0,4}(\S.*)$", re.IGNORECASE)
_SUBJECT = re.compile(r"^[>*\s]{0,20}(?:Subject|Objet|Betreff|Oggetto)\s{0,3}:", re.IGNORECASE)
_WITHIN = 6
_LINE_MAX = 500
_FOUND_MAX = 20


def quoted_senders(text: str) -> tuple[Address, ...]:
    """Senders of the messages quoted in a text, in their order: "From: …@…" with a Subject below it.

    Gmail, Outlook, Apple Mail and Thunderbird write both lines, in the person's language.
    """
    found: list[Address] = []
    opened: str | None = None
    left = 0
    for line in text.split("\n"):
        line = line[:_LINE_MAX]  # noqa: PLW2901 - the rest of a long line is prose
        said = _FROM.match(line) if "@" in line else None
        if said:
            opened, left = said[1], _WITHIN
        elif opened and _SUBJECT.match(line):
            found += addresses_of(opened)[:1]
            opened = None
        elif line.strip():
            left -= 1
            opened = opened if left > 0 else None
        if len(found) >= _FOUND_MAX:
            break
    return tuple(sender for sender in found if sender.address)
