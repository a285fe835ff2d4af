"""Links to pay at: shown only when their host is exactly one that is known; never opened."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from models.errors.orders import LinkRefused
from models.words import mark

_LONGEST = 2_048
_WRITTEN = re.compile(r"https://[!-\[\]-~]+")
"""Printable ASCII without blanks and without the backslash, which browsers read as a slash."""
_AUTHORITY = re.compile(r"((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(?::443)?")
"""A host name of letters, digits and hyphens with a last label of letters; no number, no user."""
_ALIKE = 0.8

SHARED_HOSTS = frozenset(
    {
        "billing.stripe.com",
        "buy.stripe.com",
        "checkout.stripe.com",
        "invoice.stripe.com",
        "pay.stripe.com",
    }
)
"""Hosts of a payment service where many billers collect: known to all, proof of none."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be shown. `shared`: anybody may ask for money through this host."""

    url: str
    host: str
    shared: bool


def checked_link(link: str, known_hosts: frozenset[str]) -> Link:
    """The link, when it is https and its host is exactly a known one. Raises LinkRefused.

    A sub-domain of a known host is another host: who may write pages under it is not known, and forgotten
    sub-domains are taken over. Names in punycode are refused, known or not.
    """
    if len(link) > _LONGEST or not _WRITTEN.fullmatch(link):
        raise LinkRefused(why=mark("it is not an https link in plain letters"))
    authority = _AUTHORITY.fullmatch(_authority_of(link).lower())
    if authority is None:
        raise LinkRefused(why=mark("its address holds a user name, a port or a number"))
    host = authority[1]
    if any(label.startswith("xn--") for label in host.split(".")):
        raise LinkRefused(why=mark("its address is written in letters that imitate others"))
    if host in SHARED_HOSTS:
        return Link(link, host, shared=True)
    if host in {known.lower() for known in known_hosts}:
        return Link(link, host, shared=False)
    raise _unknown(host, known_hosts)


def _authority_of(link: str) -> str:
    try:
        return urlsplit(link).netloc
    except ValueError:
        return ""


def _unknown(host: str, known_hosts: frozenset[str]) -> LinkRefused:
    for known in sorted(known_hosts | SHARED_HOSTS):
        if known in host or SequenceMatcher(None, known, host).ratio() >= _ALIKE:
            why = mark("{host} is not {known}, though it looks like it")
            return LinkRefused(why=why, host=host, known=known)
    return LinkRefused(why=mark("{host} is not known as a page of this biller"), host=host)
