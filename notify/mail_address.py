"""Mail addresses as they go into an envelope: one, in plain letters."""

import re

_LONGEST = 254
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""RFC 5321 section 4.1.2, Dot-string; no quoted one, which no provider gives out."""
_LONGEST_LOCAL = 64
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def plain_address(address: str) -> str:
    """`address` for an envelope, its domain in small letters and punycode; "" when it is none.

    A local part with other letters than ASCII would need SMTPUTF8 all the way, and is refused.
    """
    local, _, domain = address.strip(" ").rpartition("@")
    if len(address) > _LONGEST or len(local) > _LONGEST_LOCAL or not _LOCAL.fullmatch(local):
        return ""
    ascii_domain = _in_ascii(domain)
    whole = f"{local}@{ascii_domain}"
    return whole if ascii_domain and len(whole) <= _LONGEST else ""


def _in_ascii(domain: str) -> str:
    try:
        small = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return small if small and all(map(_LABEL.fullmatch, small.split("."))) else ""
