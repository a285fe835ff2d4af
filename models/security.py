"""How the connection to a mail server is protected."""

import ssl
from enum import StrEnum
from ipaddress import ip_address

from models.errors.mailbox import CertificateUntrusted, PlainRefused


class Security(StrEnum):
    """TLS from the start, after a hello, or none: PLAIN is for loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine: the only place a password may go in clear."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def must_encrypt(security: Security, host: str) -> None:
    """Raises PlainRefused where a password would leave this machine in clear."""
    if security is Security.PLAIN and not is_loopback(host):
        raise PlainRefused(host=host)


def trusting(host: str, ca_pem: str | None) -> ssl.SSLContext:
    """TLS 1.2 or later that verifies `host`, with `ca_pem` trusted besides the system's authorities.

    Raises CertificateUntrusted when `ca_pem` is no certificate.
    """
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_pem:
        # A pinned certificate may be the server's own or an intermediate one (Proton's bridge).
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
        try:
            context.load_verify_locations(cadata=ca_pem)
        except (ssl.SSLError, ValueError) as error:
            raise CertificateUntrusted(host=host, why="the --ca file is no certificate") from error
    return context
