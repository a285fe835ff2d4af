"""What it takes to sign in to a mailbox, as values whose secrets never reach a log."""

from dataclasses import dataclass, field

from models.security import Security


@dataclass(frozen=True, slots=True)
class Password:
    """A password or an app password."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """An OAuth 2 access token, sent with the XOAUTH2 mechanism."""

    value: str = field(repr=False)


Secret = Password | AccessToken


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for the connection, and for each answer after it."""

    connect: float = 15.0
    read: float = 60.0


@dataclass(frozen=True, slots=True)
class Login:
    """Everything `open_session` needs. `ca_pem` is trusted besides the system's authorities."""

    address: str
    host: str
    port: int
    security: Security
    user: str
    secret: Secret
    ca_pem: str | None = None
    patience: Patience = Patience()
