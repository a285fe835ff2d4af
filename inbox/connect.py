"""The door of this room: sign in to a mailbox."""

from collections.abc import Iterator
from contextlib import contextmanager

from inbox.login import AccessToken, Login, Password, Patience
from inbox.session import Session

__all__ = ["AccessToken", "Login", "Password", "Patience", "Session", "open_session"]


@contextmanager
def open_session(login: Login) -> Iterator[Session]:
    """A Session that is signed in, and signed off at the end whatever happens.

    Raises PlainRefused, HostUnknown, ConnectionRefused, CertificateUntrusted, LoginRefused,
    LoginThrottled, TokenExpired, ServerGone, ServerMisbehaved.
    """
    session = Session(login)
    try:
        yield session
    finally:
        session.sign_off()
