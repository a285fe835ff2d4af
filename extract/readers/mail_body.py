"""Reads a mail's own text: the same labels and places, with less trust than paper."""

import re
from dataclasses import replace

from extract.apart import warned_in_words
from extract.body_lines import page_of
from extract.reader import Source
from extract.rules import reading_of
from extract.squash import squash
from models.document import Form
from models.mail import Address, Mail
from models.reading import Found, Reading

_TRUST = 0.85
_ASKS = frozenset({"invoice_title", "direct_debit", "reminder", "schedule", "portal_notice"})
"""Without one of them and without an amount, a date in a mail is an appointment or an offer's end."""
_SENDER, _DOMAIN = 0.8, 0.5
_NO_NAME = re.compile(
    r"(?i)\b(?:no[ -]?reply|ne[ -]?pas[ -]?repondre|noreply|do not reply|service ?clients?|"
    r"customer (?:care|service)|facturation|factures?|billing|"
    r"invoices?|rechnung(?:en)?|espace client|votre|notification|compta(?:bilité)?|accounts|"
    r"buchhaltung|contact|info|relation clients?|"
    r"kundenservice|facture électronique)\b"
)
FREE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "yahoo.fr",
        "hotmail.com",
        "hotmail.fr",
        "outlook.com",
        "outlook.fr",
        "live.fr",
        "live.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "laposte.net",
        "sfr.fr",
        "gmx.de",
        "gmx.net",
        "web.de",
        "t-online.de",
        "icloud.com",
        "me.com",
        "aol.com",
        "bbox.fr",
    ]
)


class MailBody:
    """Rules on the lines of subject and body; the sender's name is the strongest hint of the biller."""

    @property
    def name(self) -> str:
        return "mail_body"

    @property
    def proven_against(self) -> str:
        return (
            "410 sample mails; 707 public mails, hardly a bill among them, for what must stay empty"
        )

    def reads(self, source: Source) -> bool:
        """True for a mail with a body."""
        mail = source.document.mail
        return source.document.form is Form.MAIL and mail is not None and bool(mail.text.strip())

    def read(self, source: Source) -> Reading | None:
        """The reading; None when nothing of a bill is there. Amounts and dates need labels."""
        mail = source.document.mail
        if mail is None:
            return None
        page = page_of(mail)
        reading = reading_of((page,), self.name, trust=_TRUST)
        if not (reading.amount or reading.due_on or reading.signs or reading.number):
            return None
        asks = reading.amount or any(sign.value in _ASKS for sign in reading.signs)
        due = reading.due_on if asks else None
        reading = replace(reading, biller=_biller(mail, reading.biller), due_on=due)
        return warned_in_words(reading, page)


def _biller(mail: Mail, on_page: Found[str] | None) -> Found[str] | None:
    """The sender's display name, else the name on the page when it fits the domain, else the domain."""
    sender = mail.forwarded[-1] if mail.forwarded else mail.sender
    name = known_name(sender)
    if name:
        quote = f"{sender.name} <{sender.address}>"
        return Found(name, "mail_body", quote[:200], _SENDER)
    if sender.domain in FREE_MAIL or not sender.domain:
        return on_page
    label = _registered(sender.domain)
    if on_page and label in squash(on_page.value).replace("-", ""):
        return replace(on_page, confidence=_SENDER)
    return (
        Found(label.capitalize(), "mail_body", sender.address[:200], _DOMAIN) if label else on_page
    )


def known_name(sender: Address) -> str:
    """The display name without words of service ("EDF - Service client" is EDF); "" when nothing is left.

    A private mailbox's display name is a person's, not a biller's.
    """
    if sender.domain in FREE_MAIL:
        return ""
    name = _NO_NAME.sub(" ", re.sub(r"[\"'<>()\[\]]", " ", sender.name))
    name = re.sub(r"\s+", " ", name).strip(" -–—|:,.")
    return "" if "@" in name or len(name) < 2 or len(name) > 64 else name  # noqa: PLR2004


def _registered(domain: str) -> str:
    """ "edf" of "info.edf.fr": the label before the public suffix, roughly."""
    parts = domain.split(".")
    if len(parts) < 2:  # noqa: PLR2004
        return ""
    short = len(parts) > 2 and parts[-2] in {"co", "com", "org", "gouv", "asso", "ac"}  # noqa: PLR2004
    return parts[-3] if short else parts[-2]
