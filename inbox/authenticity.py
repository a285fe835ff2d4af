"""Who really sent a mail: the provider's own verdict (RFC 8601), and what looks wrong to the eye."""

import re
from typing import NamedTuple

from inbox.domains import IMITATED, imitated_by, organisation
from models.mail import Address, Authenticity

_VALUE_MAX = 8192
_RESULTS_MAX = 50
_METHODS = frozenset({"spf", "dkim", "dmarc"})
_METHOD = re.compile(r"([a-z0-9-]{1,40})(?:/\d{1,3})?=([a-z]{1,20})", re.IGNORECASE)
_PROPERTY = re.compile(r"(header\.[di])=\"?([^\s;\"]{1,255})", re.IGNORECASE)
_ADDRESS_IN_NAME = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")


class _Result(NamedTuple):
    method: str
    result: str
    domain: str


def judge(
    results: tuple[str, ...],
    sender: Address,
    reply_to: Address | None,
    *,
    trusted_provider: str | None,
    known_domains: tuple[str, ...] = IMITATED,
) -> Authenticity:
    """The verdict of the account's provider and flags on the sender.

    `results` are the Authentication-Results fields, topmost first; only the topmost one whose
    authserv-id is `trusted_provider` counts, anyone can write the rest (RFC 8601 section 5). "" is a
    provider that names none (Microsoft). None, not learned yet: the topmost, with a flag.
    """
    found = _trusted(results, trusted_provider)
    flags = _header_flags(found, trusted_provider)
    dkim = _dkim(found or (), sender.domain)
    if found is not None and not {_first(found, "spf").result, dkim.result} & {"pass"}:
        flags += ("no_spf_dkim",)
    if dkim.result == "pass" and organisation(dkim.domain) != organisation(sender.domain):
        flags += ("dkim_elsewhere",)
    return Authenticity(
        spf=_first(found or (), "spf").result,
        dkim=dkim.result,
        dmarc=_first(found or (), "dmarc").result,
        dkim_domain=dkim.domain,
        flags=flags + _sender_flags(sender, reply_to, known_domains),
    )


def _header_flags(found: tuple[_Result, ...] | None, provider: str | None) -> tuple[str, ...]:
    flags = () if found is not None else ("no_authentication_results",)
    return flags if provider is not None else (*flags, "provider_unknown")


def _trusted(results: tuple[str, ...], provider: str | None) -> tuple[_Result, ...] | None:
    for value in results:
        server, found = _parse(value)
        if provider is None or server == provider.lower():
            return found
    return None


def _parse(value: str) -> tuple[str, tuple[_Result, ...]]:
    """The authserv-id in lower case ("" when the field begins with a method) and the results."""
    segments = _without_comments(value[:_VALUE_MAX]).split(";")[: _RESULTS_MAX + 1]
    words = segments[0].split()
    unnamed = bool(words) and _METHOD.match(words[0]) is not None
    server = "" if unnamed or not words else words[0].lower()
    listed = segments if unnamed else segments[1:]
    return server, tuple(filter(None, (_result(segment.strip()) for segment in listed)))


def _result(segment: str) -> _Result | None:
    said = _METHOD.match(segment)
    if said is None or said[1].lower() not in _METHODS:
        return None
    properties = {m[1].lower(): m[2].lower() for m in _PROPERTY.finditer(segment)}
    domain = properties.get("header.d") or properties.get("header.i", "").rpartition("@")[2]
    return _Result(said[1].lower(), said[2].lower(), domain)


def _without_comments(value: str) -> str:
    """`value` without its (nested) comments; a quoted parenthesis is text (RFC 5322 section 3.2)."""
    out, depth, quoted, escaped = [], 0, False, False
    for c in value:
        if escaped or c == "\\":
            escaped = not escaped
        elif c == '"' and not depth:
            quoted = not quoted
        elif c in "()" and not quoted:
            depth = max(0, depth + (1 if c == "(" else -1))
            continue
        if not depth:
            out.append("," if quoted and c == ";" else c)
    return "".join(out)


def _first(found: tuple[_Result, ...], method: str) -> _Result:
    return next((r for r in found if r.method == method), _Result(method, "", ""))


def _dkim(found: tuple[_Result, ...], domain: str) -> _Result:
    """Of several signatures the passing one of the sender's own organisation, else any that passes."""
    passing = [r for r in found if r.method == "dkim" and r.result == "pass"]
    own = [r for r in passing if organisation(r.domain) == organisation(domain)]
    return next(iter(own + passing), _first(found, "dkim"))


def _sender_flags(
    sender: Address, reply_to: Address | None, known_domains: tuple[str, ...]
) -> tuple[str, ...]:
    flags = []
    answer = reply_to.domain if reply_to else ""
    if answer and organisation(answer) != organisation(sender.domain):
        flags.append("reply_to_elsewhere")
    shown = [m[1].lower() for m in _ADDRESS_IN_NAME.finditer(sender.name)]
    if any(organisation(domain) != organisation(sender.domain) for domain in shown):
        flags.append("display_name_is_address")
    if any(label.startswith("xn--") for label in sender.domain.split(".")):
        flags.append("punycode")
    brand = imitated_by(sender.domain, known_domains)
    return (*flags, f"lookalike:{brand}") if brand else tuple(flags)
