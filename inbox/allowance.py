"""What the walk through one mail may spend, and what it has found so far.

Every number a sender controls is bounded here: parts, bytes, depth, text, headers, remarks.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from inbox.headers import Split, split_message
from models.mail import Address, Attachment

PARTS_MAX = 500
BYTES_MAX = 100 * 1024 * 1024
DEPTH_MAX = 8
NESTING_MAX = 60
SCAN_MAX = 5 * BYTES_MAX
TEXT_MAX = 2_000_000
PART_HEADERS_MAX = 16 * 1024
MESSAGE_HEADERS_MAX = 64 * 1024
ALL_HEADERS_MAX = 4 * 1024 * 1024
REMARKS_MAX = 50


class Place(NamedTuple):
    """Where a part is: its stable path, and how many containers and multiparts hold it."""

    path: str = "0"
    depth: int = 0
    nesting: int = 0

    def child(self, index: int) -> "Place":
        """The part `index` of this multipart."""
        return Place(f"{self.path}.{index}", self.depth, self.nesting + 1)

    def inside(self, step: str) -> "Place":
        """What is packed in this part: a message ("m") or a file of an archive ("z0", "t0")."""
        return Place(f"{self.path}.{step}", self.depth + 1, self.nesting)


@dataclass(slots=True)
class Walk:
    """What has been found so far and how much work is left to spend on one mail."""

    attachments: list[Attachment] = field(default_factory=list)
    senders: list[Address] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    parts: int = PARTS_MAX
    room: int = BYTES_MAX
    scan: int = SCAN_MAX
    text: int = 2 * TEXT_MAX
    headers: int = ALL_HEADERS_MAX

    def note(self, *remarks: str) -> None:
        """Keep each machine word once, in the order they came; at most fifty that a sender words."""
        for remark in filter(None, remarks):
            if len(self.remarks) < REMARKS_MAX or not remark.startswith("left_out:"):
                self.remarks[remark] = None

    def split(self, raw: bytes, span: tuple[int, int], most: int) -> Split:
        """Headers of a part; ordinary ones are far below `most`, all together below 4 MB."""
        most = min(most, max(self.headers, 1024))
        split = split_message(raw, *span, most)
        self.headers -= min(split.body_at - span[0], most)
        self.note(*split.remarks)
        return split

    def may_take_part(self) -> bool:
        """Spend one part of the allowance; False, with a remark, when there is none left."""
        self.parts -= 1
        if self.parts < 0:
            self.note("parts_limit")
        return self.parts >= 0

    def may_take(self, size: int) -> bool:
        """Spend `size` decoded bytes; False, with a remark, when there is no room."""
        if size > self.room:
            self.note("bytes_limit")
            return False
        self.room -= size
        return True

    def may_split(self, size: int, place: Place) -> bool:
        """Whether one more multipart of `size` bytes may be searched for its boundaries."""
        self.scan -= size
        allowed = place.nesting < NESTING_MAX and self.scan >= 0
        self.note("" if allowed else "nesting_limit")
        return allowed
