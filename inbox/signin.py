"""Open a connection and sign in: verified, bounded, and silent about the secret."""

import imaplib
import socket
import ssl
from collections.abc import Callable

import imapclient

from inbox.faults import STEP_ERRORS, connecting_to, sign_in_problem
from inbox.login import AccessToken, Login
from models.errors.mailbox import EncryptionMissing, LoginRefused
from models.security import Security, must_encrypt, trusting

MAX_LITERAL = 64 * 1024 * 1024
"""Bytes. We never ask for more than 25 MB at once; a server that sends more is hung up on."""


def sign_in(login: Login) -> imapclient.IMAPClient:
    """A connection that is signed in.

    Raises PlainRefused (before any connection), HostUnknown, ConnectionRefused,
    CertificateUntrusted, EncryptionMissing, LoginRefused, LoginThrottled, TokenExpired, ServerGone,
    ServerMisbehaved.
    """
    must_encrypt(login.security, login.host)
    client = _connect(login)
    try:
        _authenticate(client, login)
    except BaseException:
        _hang_up(client)
        raise
    return client


def _connect(login: Login) -> imapclient.IMAPClient:
    context = None if login.security is Security.PLAIN else trusting(login.host, login.ca_pem)
    with connecting_to(login.host, login.port):
        client = imapclient.IMAPClient(
            login.host,
            port=login.port,
            ssl=login.security is Security.TLS,
            ssl_context=context,
            timeout=imapclient.SocketTimeout(login.patience.connect, login.patience.read),
        )
        # imapclient sets 5: every message and password would be formatted for a log (10 x the CPU).
        connection: imaplib.IMAP4 = client._imap  # noqa: SLF001
        connection.debug = 0
        connection.read = _bounded(connection.read)  # type: ignore[assignment]
        client.normalise_times = False
        client.socket().setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if login.security is Security.STARTTLS:
            _start_tls(client, context, login)
    return client


def _start_tls(client: imapclient.IMAPClient, context: ssl.SSLContext | None, login: Login) -> None:
    """Encrypt or give up: a stripped STARTTLS must not lead to a password in clear."""
    if not client.has_capability("STARTTLS"):
        _hang_up(client)
        raise EncryptionMissing(host=login.host, port=login.port, what="STARTTLS")
    try:
        client.starttls(context)
    except BaseException:
        _hang_up(client)
        raise


def _bounded(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    def guarded(size: int) -> bytes:
        if size > MAX_LITERAL:
            raise imaplib.IMAP4.abort(f"literal of {size} bytes")
        return read(size)

    return guarded


def _authenticate(client: imapclient.IMAPClient, login: Login) -> None:
    token = isinstance(login.secret, AccessToken)
    connection: imaplib.IMAP4 = client._imap  # noqa: SLF001 - imapclient's own login hides the cause
    try:
        if token:
            connection.authenticate("XOAUTH2", _once(_xoauth2(login)))
        elif _fits_login(login.user) and _fits_login(login.secret.value):
            connection.login(f'"{_escaped(login.user)}"', login.secret.value)
        else:
            connection.authenticate("PLAIN", _once(_plain(login)))
    except STEP_ERRORS as error:
        # Not chained: the cause may quote what was sent.
        raise sign_in_problem(error, login.host, login.user, token=token) from None


def _fits_login(text: str) -> bool:
    """Whether LOGIN's quoted strings can carry `text` (RFC 3501 section 9: no 8-bit, CR or LF)."""
    return text.isascii() and text.isprintable()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _plain(login: Login) -> bytes:
    """RFC 4616. The separator inside a name or password would sign in as somebody else."""
    if "\0" in login.user + login.secret.value:
        raise LoginRefused(host=login.host, user=login.user)
    return f"\0{login.user}\0{login.secret.value}".encode()


def _xoauth2(login: Login) -> bytes:
    return f"user={login.user}\1auth=Bearer {login.secret.value}\1\1".encode()


def _once(answer: bytes) -> Callable[[bytes], bytes]:
    """The answer to the first challenge; a second one holds an error and wants an empty line."""
    left = [answer]
    return lambda _challenge: left.pop() if left else b""


def _hang_up(client: imapclient.IMAPClient) -> None:
    try:
        client.shutdown()
    except STEP_ERRORS:
        return
