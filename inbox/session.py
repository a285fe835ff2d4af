"""One signed-in connection, which can be opened again where it was."""

import imaplib
from dataclasses import dataclass

import imapclient

from inbox.faults import STEP_ERRORS, is_busy, is_dead, talking_to
from inbox.login import Login
from inbox.signin import sign_in
from models.errors.mailbox import FolderMissing, ServerGone

MAX_DEATHS = 12
"""Connections lost in a row without one answer between: enough to halve a batch of 100 and retry."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The folder that is selected. `uidnext` is 0 when the server does not say."""

    folder: str
    uidvalidity: int
    uidnext: int
    messages: int
    readonly: bool


class Session:
    """A mailbox on a server. Not safe to share between threads."""

    def __init__(self, login: Login) -> None:
        self.login = login
        self.opened: Opened | None = None
        self.deaths = 0
        self.client: imapclient.IMAPClient
        self.capabilities: frozenset[str]
        self.connect()

    @property
    def host(self) -> str:
        return self.login.host

    @property
    def imap(self) -> imaplib.IMAP4:
        """The standard library's connection, for response codes and searches read leniently."""
        connection: imaplib.IMAP4 = self.client._imap  # noqa: SLF001 - no public way to COPYUID
        return connection

    def supports(self, capability: str) -> bool:
        """Whether the server announced `capability` ("MOVE") after signing in."""
        return capability in self.capabilities

    def connect(self) -> None:
        """Sign in. Raises the Problem that names the cause."""
        self.client = sign_in(self.login)
        with talking_to(self.host):
            names = self.client.capabilities()
        self.capabilities = frozenset(name.decode("ascii", "replace") for name in names)

    def open(self, folder: str, *, readonly: bool = True) -> Opened:
        """Select `folder`; with `readonly` (EXAMINE) nothing can be marked as seen.

        Raises FolderMissing, ServerGone, ServerMisbehaved, LoginThrottled.
        """
        self.opened = None
        with talking_to(self.host):
            try:
                said = self.client.select_folder(folder, readonly=readonly)
            except imaplib.IMAP4.error as error:
                if is_dead(error) or is_busy(str(error)):
                    raise
                raise FolderMissing(folder=folder) from error
            self.opened = Opened(
                folder=folder,
                uidvalidity=int(said[b"UIDVALIDITY"]),
                uidnext=int(said.get(b"UIDNEXT", 0)),
                messages=int(said[b"EXISTS"]),
                readonly=readonly,
            )
        return self.opened

    def reopen(self) -> None:
        """Connect again after the connection died, to the same folder.

        Raises ServerGone when that happened MAX_DEATHS times in a row, or when the folder's uids
        became worthless meanwhile (another UIDVALIDITY).
        """
        self.deaths += 1
        if self.deaths > MAX_DEATHS:
            raise ServerGone(host=self.host)
        before = self.opened
        self.close()
        self.connect()
        if before is None:
            return
        now = self.open(before.folder, readonly=before.readonly)
        if now.uidvalidity != before.uidvalidity:
            raise ServerGone(host=self.host)

    def is_alive(self) -> bool:
        """Whether the server still answers (NOOP, one round trip)."""
        try:
            self.client.noop()
        except STEP_ERRORS:
            return False
        return True

    def close(self) -> None:
        """Hang up. Never raises: there is nothing to lose on a connection that only reads."""
        try:
            self.client.shutdown()
        except STEP_ERRORS:
            return

    def sign_off(self) -> None:
        """Say goodbye and hang up. Never raises."""
        try:
            self.client.logout()
        except STEP_ERRORS:
            self.close()
