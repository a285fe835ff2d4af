"""The person's own mail server, as a value whose secret never reaches a log."""

from dataclasses import dataclass, field

from models.security import Security


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs in, with a password or (`is_token`) an OAuth 2 access token."""

    user: str
    secret: str = field(repr=False)
    is_token: bool = False


@dataclass(frozen=True, slots=True)
class PostOffice:
    """A submission server (RFC 6409: port 465 with TLS, 587 with STARTTLS).

    credentials: None where the server asks for none (a relay on this machine). ca_pem is trusted
    besides the system's authorities. connect_seconds and answer_seconds: how long is waited; a
    server may check a message for a while after its end (RFC 5321 section 4.5.3.2.6: 10 minutes).
    """

    host: str
    port: int
    security: Security
    credentials: Credentials | None = None
    ca_pem: str | None = None
    connect_seconds: float = 15.0
    answer_seconds: float = 120.0
