"""How the connection to a mail server is protected."""

import ssl
from enum import StrEnum
from ipaddress import ip_address

from models.errors.mailbox import CertificateUntrusted, EncryptionMissing, PlainRefused
from models.errors.problem import Problem
from models.words import mark

WHY_UNTRUSTED = (
    mark("self-signed certificate"),
    mark("self-signed certificate in certificate chain"),
    mark("unable to get local issuer certificate"),
    mark("unable to verify the first certificate"),
    mark("certificate has expired"),
    mark("certificate is not yet valid"),
)
"""What OpenSSL says most often (x509_txt.c); anything else stays in its own words."""
_OTHER_NAME = frozenset({62, 64})
"""X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""
_NO_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "UNEXPECTED_EOF_WHILE_READING"}
)


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
            why = mark("the --ca file is no certificate")
            raise CertificateUntrusted(host=host, why=why) from error
    return context


def tls_problem(host: str, port: int, error: ssl.SSLError) -> Problem:
    """Why no encrypted connection came about: its certificate, or that it speaks no TLS there."""
    if isinstance(error, ssl.SSLCertVerificationError):
        other = mark("it was made for another name")
        why = other if error.verify_code in _OTHER_NAME else error.verify_message
        return CertificateUntrusted(host=host, why=why)
    if error.reason in _NO_TLS:
        return EncryptionMissing(host=host, port=port, what="TLS")
    why = (error.reason or mark("TLS failed")).replace("_", " ")
    return CertificateUntrusted(host=host, why=why if error.reason is None else why.lower())
