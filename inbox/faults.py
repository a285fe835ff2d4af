"""From what the network and imaplib raise to the Problems that a person and a retry understand."""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors.mailbox import (
    ConnectionRefused,
    HostUnknown,
    LoginRefused,
    LoginThrottled,
    ServerGone,
    ServerMisbehaved,
    TokenExpired,
)
from models.errors.problem import Problem
from models.security import tls_problem

STEP_ERRORS = (imaplib.IMAP4.error, OSError, EOFError, ValueError, TypeError, LookupError)
"""What one exchange with a server may raise: everything imapclient's lexer was seen to (measured)."""

_REFUSED = re.compile(r"\[(authenticationfailed|authorizationfailed|expired|privacyrequired)\]")
_BUSY = re.compile(
    r"\[(unavailable|limit|inuse|serverbug|throttled)\]"
    r"|too many|again later|rate limit|throttl|temporar|bandwidth"
)
_NOT_A_NO = re.compile(r"\w+ command error: |command: |got more than ")
"""How imaplib words what is not a NO: BAD, trouble while sending, a line without end."""


def is_dead(error: BaseException) -> bool:
    """Whether the connection itself is lost, as opposed to one command."""
    return isinstance(error, imaplib.IMAP4.abort | OSError | EOFError)


@contextmanager
def talking_to(host: str) -> Iterator[None]:
    """Turn what one exchange raises into ServerGone, LoginThrottled or ServerMisbehaved."""
    try:
        yield
    except Problem:
        raise
    except STEP_ERRORS as error:
        if is_dead(error):
            raise ServerGone(host=host) from error
        if is_busy(str(error)):
            raise LoginThrottled(host=host) from error
        raise ServerMisbehaved(host=host) from error


@contextmanager
def connecting_to(host: str, port: int) -> Iterator[None]:
    """Turn what opening a connection raises into the Problem that names the cause."""
    try:
        yield
    except ssl.SSLError as error:
        raise tls_problem(host, port, error) from error
    except (socket.gaierror, UnicodeError) as error:
        raise HostUnknown(host=host) from error
    except imaplib.IMAP4.error as error:
        raise _greeting_problem(str(error))(host=host) from error
    except OSError as error:
        raise ConnectionRefused(host=host, port=port) from error


def _greeting_problem(text: str) -> type[LoginThrottled | ServerGone | ServerMisbehaved]:
    if is_busy(text):
        return LoginThrottled
    return ServerGone if "socket error" in text else ServerMisbehaved


def is_busy(text: str) -> bool:
    """Whether the server asks to wait (RFC 5530 codes, and the words of those without)."""
    text = text.lower()
    return not _REFUSED.search(text) and bool(_BUSY.search(text))


def sign_in_problem(error: Exception, host: str, user: str, *, token: bool) -> Problem:
    """Why signing in failed. Only a NO of the server counts as bad credentials.

    Garbage, BAD, a BYE or a closed connection never do: three refusals stop the account, so a
    server in trouble must not look like a wrong password.
    """
    text = str(error)
    if is_busy(text):
        return LoginThrottled(host=host)
    if is_dead(error):
        return ServerGone(host=host)
    if not isinstance(error, imaplib.IMAP4.error) or _NOT_A_NO.match(text):
        return ServerMisbehaved(host=host)
    return TokenExpired(user=user) if token else LoginRefused(host=host, user=user)
