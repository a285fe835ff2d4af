"""The bytes of a mail: headers written line by line, read back before they leave.

What is not plainly harmless in a header goes through an encoded-word (RFC 2047): a subject that looks
like an encoded line end would else be decoded and written again as one (Python 3.11: the standard
library's newer policies do so).
"""

from dataclasses import dataclass
from email.charset import QP, Charset
from email.header import Header
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, compat32
from email.utils import format_datetime

from models.errors.sending import ChannelRefused, MailDiffers
from models.mail import OWN_FIELD, Address
from models.payment_text import one_line
from models.words import mark
from notify.mail_address import plain_address
from notify.notice import Notice, Sender

_LONGEST_NAME = 80
_WIDTH = 76
_WORDS = Charset("utf-8")
_WORDS.header_encoding = QP


@dataclass(frozen=True, slots=True)
class Composed:
    """A mail as it goes over the line: its envelope and its bytes, with CR LF line ends."""

    key: str
    message_id: str
    sender: str
    recipient: str
    data: bytes


def message_id_of(key: str, domain: str) -> str:
    """The Message-ID of every try of this message (RFC 5322 section 3.6.4)."""
    return f"<{key}@{domain}>"


def compose(notice: Notice, sender: Sender) -> Composed:
    """The mail. Raises ChannelRefused for an address that is none, MailDiffers."""
    envelope = _address(sender.address.address), _address(notice.to)
    message_id = message_id_of(notice.key, envelope[0].rpartition("@")[2])
    fields = {
        "From": _from(sender.address, envelope[0]),
        "To": envelope[1],
        "Subject": _subject(notice.title),
        "Date": format_datetime(sender.now),
        "Message-ID": message_id,
        OWN_FIELD: notice.key,
    }
    fields |= _answering(notice)
    data = _lines(fields) + _body(notice)
    _must_say(data, fields)
    return Composed(notice.key, message_id, *envelope, data)


def _address(address: str) -> str:
    plain = plain_address(address)
    if not plain:
        raise ChannelRefused(why=NO_ADDRESS, address=one_line(address, _LONGEST_NAME))
    return plain


NO_ADDRESS = mark("“{address}” is not a mail address in plain letters")


def _from(address: Address, plain: str) -> str:
    name = one_line(address.name, _LONGEST_NAME)
    bare = name.isascii() and name.replace(" ", "").isalnum()
    shown = name if bare else _encoded("From", name)
    return f"{shown} <{plain}>" if name else plain


def _answering(notice: Notice) -> dict[str, str]:
    """Where answers go, what this one answers, and that no robot should (RFC 3834 section 5)."""
    fields = {"Reply-To": _address(notice.reply_to)} if notice.reply_to else {}
    if notice.thread.ids:
        fields["In-Reply-To"] = notice.thread.ids[-1]
        fields["References"] = "\r\n ".join(notice.thread.ids)
    if notice.by_machine:
        fields["Auto-Submitted"] = "auto-generated"
    return fields


def _subject(title: str) -> str:
    if title.isascii() and "=?" not in title:
        return Header(title, "us-ascii", maxlinelen=_WIDTH, header_name="Subject").encode(
            linesep="\r\n"
        )
    return _encoded("Subject", title)


def _encoded(name: str, text: str) -> str:
    return Header(text, _WORDS, maxlinelen=_WIDTH, header_name=name).encode(linesep="\r\n")


def _lines(fields: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode("ascii")


def _body(notice: Notice) -> bytes:
    """The text, with the HTML as its alternative; in ASCII, so that every server carries it."""
    message = EmailMessage(policy=SMTP)
    message.set_content(notice.text, cte="quoted-printable")
    if notice.html:
        message.add_alternative(notice.html, subtype="html", cte="quoted-printable")
        message.set_boundary(f"=_{notice.key}")
    return message.as_bytes()


_OF_THE_BODY = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}


def _must_say(data: bytes, fields: dict[str, str]) -> None:
    """Reads the headers back as a stranger would: these and no others, each as it was meant."""
    head, _, _ = data.partition(b"\r\n\r\n")
    bare = head.replace(b"\r\n", b"")
    if b"\r" in bare or b"\n" in bare or not bare.isascii():
        raise MailDiffers(field="header")
    read = BytesHeaderParser(policy=compat32).parsebytes(head)
    told = [(name, str(value)) for name, value in read.items() if name not in _OF_THE_BODY]
    for (name, value), (meant, written) in zip(told, fields.items(), strict=False):
        if name != meant or value.split() != written.split():
            raise MailDiffers(field=meant)
    if len(told) != len(fields) or read.defects:
        raise MailDiffers(field="header")
