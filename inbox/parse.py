"""Raw bytes of a message into a Mail value: headers here, the body by `inbox.walk`."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from mailparser.dates import parse_mail_date

from inbox.addresses import NOBODY, addresses_of
from inbox.allowance import BYTES_MAX
from inbox.authenticity import judge
from inbox.charset import storable
from inbox.domains import IMITATED
from inbox.headers import Headers, decode_words, split_message
from inbox.magic import looks_like_mail
from inbox.quoted import quoted_senders
from inbox.walk import walk_message
from models.errors.files import TooLarge
from models.errors.reading import Damaged
from models.mail import OWN_FIELD, Address, Mail

__all__ = ["MailHeaders", "looks_like_mail", "mail_headers", "parse_mail"]

_SUBJECT_MAX = 4000
_MESSAGE_ID_MAX = 1000
_DATE_MAX = 1000
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,250}>")
_ANSWERED_MAX = 60
_SINGLE = ("from", "subject", "date", "message-id", "reply-to")
_BULK = frozenset({"bulk", "list", "junk"})


class MailHeaders(NamedTuple):
    """What a list of mails shows: message_id ("" when absent), subject, sender, UTC date or None."""

    message_id: str
    subject: str
    sender: Address
    received_at: datetime | None


def parse_mail(
    raw: bytes,
    *,
    trusted_provider: str | None = None,
    known_domains: tuple[str, ...] = IMITATED,
) -> Mail:
    """The message as a value; malformed mail gives a Mail with remarks.

    `trusted_provider`: authserv-id of the account's own server (see `inbox.authenticity`).
    Raises TooLarge above 100 MB and Damaged for empty input, nothing else.
    """
    if len(raw) > BYTES_MAX:
        raise TooLarge(limit="100 MB")
    if not raw.strip():
        raise Damaged(what="mail")
    raw, start = _usual_newlines(raw)
    split = split_message(raw, start, len(raw))
    headers = split.headers
    body, walk = walk_message(raw, headers, split.body_at)
    shown = _shown(headers)
    reply_to = next(iter(addresses_of(headers.first("reply-to"))), None)
    return Mail(
        message_id=shown.message_id,
        sender=shown.sender,
        reply_to=reply_to,
        recipients=addresses_of(headers.first("to")) + addresses_of(headers.first("cc")),
        subject=shown.subject,
        received_at=shown.received_at,
        text=body.text,
        html=body.html,
        attachments=tuple(walk.attachments),
        authenticity=judge(
            headers.all("authentication-results"),
            shown.sender,
            reply_to,
            trusted_provider=trusted_provider,
            known_domains=known_domains,
        ),
        bulk=_is_bulk(headers),
        forwarded=tuple(dict.fromkeys((*walk.senders, *quoted_senders(body.text)))),
        remarks=tuple(dict.fromkeys((*split.remarks, *_repeated(headers), *walk.remarks))),
        answers=_answered(headers),
        marked=bool(headers.first(OWN_FIELD.lower())),
    )


def mail_headers(raw_header: bytes) -> MailHeaders:
    """The few headers that a list shows, from a raw header block (capped first); never raises."""
    raw, start = _usual_newlines(raw_header)
    return _shown(split_message(raw, start, len(raw)).headers)


def _usual_newlines(raw: bytes) -> tuple[bytes, int]:
    """Old Macs end lines with CR alone; some exports begin with blank lines."""
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    return raw, len(raw) - len(raw.lstrip(b"\r\n"))


def _shown(headers: Headers) -> MailHeaders:
    return MailHeaders(
        message_id=storable(headers.first("message-id"))[:_MESSAGE_ID_MAX],
        subject=" ".join(decode_words(headers.first("subject")).split())[:_SUBJECT_MAX],
        sender=_sender(headers),
        received_at=_date(headers),
    )


def _answered(headers: Headers) -> tuple[str, ...]:
    """Message-IDs of the mails that this one answers, the nearest first."""
    direct = _MESSAGE_ID.findall(headers.first("in-reply-to"))
    before = _MESSAGE_ID.findall(headers.first("references"))
    return tuple(dict.fromkeys((*direct, *reversed(before))))[:_ANSWERED_MAX]


def _sender(headers: Headers) -> Address:
    """From, else Sender, else Return-Path (RFC 5322 section 3.6.2)."""
    for name in ("from", "sender", "return-path"):
        found = addresses_of(headers.first(name))
        if found:
            return found[0]
    return NOBODY


def _date(headers: Headers) -> datetime | None:
    """The Date field, else the moment at which the topmost relay received the mail, in UTC."""
    received = headers.first("received").rpartition(";")[2]
    return _moment(headers.first("date")) or _moment(received)


def _moment(text: str) -> datetime | None:
    """A date as RFC 5322 writes it, else as leniently as the standard library reads it."""
    text = text[:_DATE_MAX].strip()
    strict = parse_mail_date(text).value
    if isinstance(strict, datetime):
        return strict.astimezone(UTC)
    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _repeated(headers: Headers) -> tuple[str, ...]:
    """Fields that may stand once only (RFC 5322 section 3.6): the topmost counts."""
    return tuple(f"header_repeated:{name}" for name in _SINGLE if len(headers.all(name)) > 1)


def _is_bulk(headers: Headers) -> bool:
    precedence = headers.first("precedence").lower().strip()
    return (
        bool(headers.first("list-unsubscribe") or headers.first("list-id")) or precedence in _BULK
    )
