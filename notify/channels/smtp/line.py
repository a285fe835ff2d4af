"""One connection to a submission server: verified, bounded, signed in."""

import smtplib
import ssl

from models.security import Security, must_encrypt, trusting
from notify.channels.smtp.faults import LINE_ERRORS, connecting_to
from notify.channels.smtp.signin import sign_in
from notify.post_office import PostOffice

OUR_NAME = "[127.0.0.1]"
"""Said in EHLO: the machine's own name would tell its owner's (RFC 5321 section 4.1.4 allows it)."""
_GOODBYE_SECONDS = 5.0


def open_line(office: PostOffice) -> smtplib.SMTP:
    """A connection that is signed in.

    Raises PlainRefused (before any connection), HostUnknown, ConnectionRefused, CertificateUntrusted,
    EncryptionMissing, SignInNotOffered, LoginRefused, LoginThrottled, TokenExpired, MailRefused,
    MailDeferred.
    """
    must_encrypt(office.security, office.host)
    context = trusting(office.host, office.ca_pem)
    with connecting_to(office):
        line = _connected(office, context)
    try:
        with connecting_to(office):
            _greet(line, office, context)
        if office.credentials is not None:
            sign_in(line, office, office.credentials)
    except BaseException:
        line.close()
        raise
    return line


def hang_up(line: smtplib.SMTP) -> None:
    """Say goodbye if the server still listens, and close."""
    if line.sock is not None:
        line.sock.settimeout(_GOODBYE_SECONDS)
    try:
        line.quit()
    except LINE_ERRORS:
        line.close()


def _connected(office: PostOffice, context: ssl.SSLContext) -> smtplib.SMTP:
    seconds = office.connect_seconds
    if office.security is Security.TLS:
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            office.host, office.port, OUR_NAME, timeout=seconds, context=context
        )
    else:
        line = smtplib.SMTP(office.host, office.port, OUR_NAME, timeout=seconds)
    return line


def _greet(line: smtplib.SMTP, office: PostOffice, context: ssl.SSLContext) -> None:
    """Encrypt or give up: a stripped STARTTLS must not lead to a password in clear."""
    line.ehlo_or_helo_if_needed()
    if office.security is Security.STARTTLS:
        line.starttls(context=context)
        line.ehlo_or_helo_if_needed()
    if line.sock is not None:
        line.sock.settimeout(office.answer_seconds)
