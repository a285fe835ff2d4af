"""What a child process gets of one message: the bytes of its files, their names, whose word counts."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from flow.parts import packed
from flow.wiring import Wiring
from models.tables import Account, Message

NOBODY = "nobody at all"
"""A provider that no Authentication-Results can name: an authserv-id is one word (RFC 8601 section 2.5)."""
_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class Original:
    """names: of the files in `digests`, in order. provider: whose Authentication-Results count; "" while
    it is not learned, NOBODY where none can count.
    """

    digests: tuple[str, ...]
    names: tuple[str, ...]
    provider: str

    def ask(self, wiring: Wiring, task: str, **header: object) -> dict[str, object]:
        """A child's answer to `task`. Raises OriginalDamaged, StoreDamaged, and as Sandbox.ask."""
        files = [
            (name, wiring.originals.read(digest))
            for name, digest in zip(self.names, self.digests, strict=True)
        ]
        parts, body = packed(files)
        return wiring.sandbox.ask(task, body, **parts, provider=self.provider, **header)


def original_of(session: Session, message: Message) -> Original:
    """The original of a message. What a file that was scanned says of its own sender proves nothing:
    no server of ours received it.
    """
    digests = message.digests
    if message.is_scan:
        return Original(digests, _names(message.subject, len(digests)), NOBODY)
    provider = session.get_one(Account, message.account_id).provider_id
    return Original(digests, (f"{message.id}.eml",), provider or "")


def title_of(names: list[str]) -> str:
    """How a scan of these files is called where a mail has its subject."""
    return _BETWEEN.join(name.encode(errors="replace").decode() for name in names)


def _names(title: str, count: int) -> tuple[str, ...]:
    """The files' names again; numbers where a name itself holds what stands between names."""
    names = (title,) if count == 1 else tuple(title.split(_BETWEEN))
    if len(names) == count:
        return names
    return tuple(f"{number}" for number in range(1, count + 1))
