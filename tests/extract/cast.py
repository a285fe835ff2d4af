"""Mails and readings for the tests of the stage."""

from datetime import date
from typing import TypeVar

from models.mail import Address, Attachment, Authenticity, Mail
from models.money import Money
from models.reading import Found, Reading

T = TypeVar("T")

ALICE = Address("Alice", "alice@example.org")


def mail(text: str = "", html: str = "", attachments: tuple[Attachment, ...] = ()) -> Mail:
    """A mail to Alice from a water company."""
    return Mail(
        message_id="<1@vallon.example>",
        sender=Address("Eaux du Vallon", "facture@vallon.example"),
        reply_to=None,
        recipients=(ALICE,),
        subject="Votre facture",
        received_at=None,
        text=text,
        html=html,
        attachments=attachments,
        authenticity=Authenticity(),
    )


def found(value: T, source: str = "pdf_text", confidence: float = 0.8) -> Found[T]:
    """A value proved by its own text."""
    return Found(value, source, str(value), confidence)


def bill(  # noqa: PLR0913 - a bill has that many fields
    source: str = "pdf_text",
    *,
    amount: str | None = "84.20",
    number: str | None = "F-1",
    due: date | None = date(2026, 4, 1),
    biller: str | None = "Eaux du Vallon",
    confidence: float = 0.8,
    sign: str = "invoice_title",
) -> Reading:
    """A reader's answer about a bill."""
    return Reading(
        reader=source,
        biller=found(biller, source, confidence) if biller else None,
        amount=found(Money.of(amount, "EUR"), source, confidence) if amount else None,
        due_on=found(due, source, confidence) if due else None,
        number=found(number, source, confidence) if number else None,
        signs=(found(sign, source, confidence),) if sign else (),
    )
