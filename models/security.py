"""How the connection to a mail server is protected."""

from enum import StrEnum


class Security(StrEnum):
    """TLS from the start, after a hello, or none: PLAIN is for loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"
