"""From what the network and smtplib raise to the Problems that a person and a retry understand."""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors.mailbox import (
    ConnectionRefused,
    EncryptionMissing,
    HostUnknown,
    LoginRefused,
    LoginThrottled,
    TokenExpired,
)
from models.errors.problem import Problem
from models.errors.sending import MailDeferred, MailRefused
from models.payment_text import one_line
from models.security import tls_problem
from notify.post_office import Credentials, PostOffice

LINE_ERRORS = (smtplib.SMTPException, OSError, ValueError)
"""What one exchange with a server may raise; ValueError: an answer that is no text."""

PERMANENT = 500
"""From this reply code on, the answer is for good (RFC 5321 section 4.2.1)."""
GOING = 421
"""The server closes the connection: nothing was said of the message."""
_LONGEST_SAID = 160
_SHORTEST_SECRET = 4
_CREDENTIAL_CODES = frozenset({530, 534, 535, 538})
"""Refusals of a sign-in that a new password or another way may heal (RFC 4954 section 6)."""


@contextmanager
def connecting_to(office: PostOffice) -> Iterator[None]:
    """Turn what opening a connection raises into the Problem that names the cause."""
    try:
        yield
    except ssl.SSLError as error:
        raise tls_problem(office.host, office.port, error) from error
    except (socket.gaierror, UnicodeError) as error:
        raise HostUnknown(host=office.host) from error
    except smtplib.SMTPNotSupportedError as error:
        raise EncryptionMissing(host=office.host, port=office.port, what="STARTTLS") from error
    except smtplib.SMTPResponseException as error:
        raise refusal(office, error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, OSError, ValueError) as error:
        raise ConnectionRefused(host=office.host, port=office.port) from error


def refusal(office: PostOffice, code: int, text: bytes | str) -> Problem:
    """MailRefused or MailDeferred, with the server's own words: one line, without our secret.

    A code below 400 where a refusal was expected is no refusal that lasts.
    """
    kind = MailRefused if code >= PERMANENT else MailDeferred
    return kind(host=office.host, said=_said(office.credentials, code, text))


def _said(credentials: Credentials | None, code: int, text: bytes | str) -> str:
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    if credentials is not None and len(credentials.secret) >= _SHORTEST_SECRET:
        told = re.sub(re.escape(credentials.secret), "…", told, flags=re.IGNORECASE)
    return one_line(f"{code} {told}", _LONGEST_SAID)


def sign_in_problem(error: Exception, office: PostOffice, credentials: Credentials) -> Problem:
    """Why signing in failed. Only the server's own word counts as bad credentials."""
    if isinstance(error, smtplib.SMTPResponseException):
        if error.smtp_code in _CREDENTIAL_CODES:
            if credentials.is_token:
                return TokenExpired(user=credentials.user)
            return LoginRefused(host=office.host, user=credentials.user)
        if error.smtp_code < PERMANENT:
            return LoginThrottled(host=office.host)
        return refusal(office, error.smtp_code, error.smtp_error)
    return ConnectionRefused(host=office.host, port=office.port)
