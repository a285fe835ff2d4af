"""Folders: their names on the server, our paths, and making the ones we file into.

Our paths are written with "/" whatever the server uses ("Factures/Énergie"); INBOX is INBOX.
"""

import imaplib
from dataclasses import dataclass

from inbox.faults import STEP_ERRORS, is_dead, talking_to
from inbox.session import Session
from models.errors.mailbox import FolderMissing, FolderRefused

_SPECIAL = frozenset({"Archive", "All", "Drafts", "Flagged", "Junk", "Sent", "Trash"})
MAX_FOLDERS = 20_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How the server writes names: "." with prefix "INBOX." (Courier), "/" without (Gmail), ..."""

    delimiter: str
    prefix: str

    def name_of(self, path: str) -> str:
        """The server's name of our `path`. A delimiter inside one step of it becomes "-"."""
        steps = [step for step in path.split("/") if step]
        if self.delimiter != "/":
            steps = [step.replace(self.delimiter, "-") for step in steps]
        if steps and steps[0].upper() == "INBOX":
            return self.delimiter.join(["INBOX", *steps[1:]])
        return self.prefix + self.delimiter.join(steps)

    def path_of(self, name: str) -> str:
        """Our path of a server's name, for a person to read."""
        bare = name.removeprefix(self.prefix) if name != self.prefix else name
        return bare.replace(self.delimiter, "/") if self.delimiter else bare


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder. `special` is "Archive", "Junk", ... (RFC 6154) or ""; `name` is the server's."""

    name: str
    path: str
    special: str
    selectable: bool


@dataclass(frozen=True, slots=True)
class Folders:
    """What the mailbox holds, and how it writes names."""

    layout: Layout
    all: tuple[Folder, ...]

    def find(self, wanted: str) -> Folder:
        """The folder of that path or that server name. Raises FolderMissing."""
        name = self.layout.name_of(wanted)
        for folder in self.all:
            same_inbox = folder.name.upper() == "INBOX" == wanted.upper()
            if folder.selectable and (folder.name in (name, wanted) or same_inbox):
                return folder
        raise FolderMissing(folder=wanted)

    def special(self, use: str) -> Folder | None:
        """The folder of that special use ("Trash"), if the server marks one."""
        return next((folder for folder in self.all if folder.special == use), None)


def list_folders(session: Session) -> Folders:
    """Every folder, names decoded (modified UTF-7), sorted with INBOX first.

    Raises ServerGone, ServerMisbehaved.
    """
    with talking_to(session.host):
        rows = _rows(session)[:MAX_FOLDERS]
    layout = Layout(_delimiter(rows), _prefix(session))
    found = (_folder(layout, flags, name) for flags, _, name in rows)
    return Folders(layout, tuple(sorted(found, key=lambda f: (f.name.upper() != "INBOX", f.path))))


Row = tuple[tuple[bytes, ...], bytes | None, str]


def _rows(session: Session) -> list[Row]:
    """(flags, delimiter, name) of each folder. A name that cannot be read hides that folder alone."""
    client = session.client
    try:
        return list(client.list_folders())
    except STEP_ERRORS as error:
        if is_dead(error) or not session.is_alive():
            raise
    _, lines = session.imap.list('""', "*")
    rows: list[Row] = []
    for line in lines:
        try:
            rows += client._proc_folder_list([line])  # noqa: SLF001 - the public way takes all or nothing
        except STEP_ERRORS:
            continue
    return rows


def ensure_folder(session: Session, folders: Folders, path: str) -> str:
    """The server's name of `path`, made and subscribed when it is not there yet.

    Raises FolderRefused, ServerGone.
    """
    name = folders.layout.name_of(path)
    if any(folder.name == name and folder.selectable for folder in folders.all):
        return name
    with talking_to(session.host):
        try:
            session.client.create_folder(name)
        except imaplib.IMAP4.error as error:
            if is_dead(error):
                raise
            _unless_there(session, name, path, error)
        try:
            session.client.subscribe_folder(name)
        except imaplib.IMAP4.error as error:
            if is_dead(error):
                raise
    return name


def _unless_there(session: Session, name: str, path: str, error: imaplib.IMAP4.error) -> None:
    """ALREADYEXISTS is welcome (RFC 5530); servers without the code are asked."""
    if "[ALREADYEXISTS]" in str(error).upper() or session.client.folder_exists(name):
        return
    raise FolderRefused(host=session.host, folder=path, why=_reason(error)) from error


def _reason(error: Exception) -> str:
    """What the server says, short and printable."""
    text = str(error).rpartition("failed: ")[2]
    return "".join(c for c in text if c.isprintable())[:120]


def _folder(layout: Layout, flags: tuple[bytes, ...], name: str) -> Folder:
    words = {flag.decode("ascii", "replace").lstrip("\\").capitalize() for flag in flags}
    special = next(iter(sorted(words & _SPECIAL)), "")
    selectable = not words & {"Noselect", "Nonexistent"}
    return Folder(name, layout.path_of(name), special, selectable)


def _delimiter(rows: list[tuple[tuple[bytes, ...], bytes | None, str]]) -> str:
    """LIST's own word; NIL (a flat mailbox) is rare and then "/" cannot hurt."""
    return next((d.decode("ascii", "replace") for _, d, _ in rows if d), "/")


def _prefix(session: Session) -> str:
    """Where personal folders live (RFC 2342): "INBOX." or "". Without NAMESPACE: ""."""
    if not session.supports("NAMESPACE"):
        return ""
    try:
        personal = session.client.namespace().personal
    except STEP_ERRORS as error:
        if is_dead(error):
            with talking_to(session.host):
                raise
        return ""
    return str(personal[0][0]) if personal else ""
