"""Cases built by hand for the tests of the classifier."""

from datetime import date

from classify.case import Case
from models.extraction import Extraction
from models.mail import Address, Authenticity, Mail
from models.money import Money
from models.reading import Found, Reading


def found(value: object, quote: str = "", confidence: float = 0.95) -> Found:  # type: ignore[type-arg]
    """A value with a quote."""
    return Found(value, "pdf_text", quote or str(value), confidence)


def bill_reading(**fields: object) -> Reading:
    """What a reader says of a plain bill of Lumélia."""
    values: dict[str, object] = {
        "biller": found("Lumélia Énergie SA"),
        "amount": found(Money.of("84.20", "EUR")),
        "number": found("F-2025-17"),
        "due_on": found(date(2025, 10, 20)),
    }
    return Reading("pdf_text", **{**values, **fields})  # type: ignore[arg-type]


def mail(
    subject: str,
    text: str,
    *,
    sender: str = "facture@lumelia.example",
    name: str = "Lumélia",
    bulk: bool = False,
    authenticity: Authenticity | None = None,
) -> Mail:
    """A mail to Alice."""
    return Mail(
        message_id="<1@lumelia.example>",
        sender=Address(name, sender),
        reply_to=None,
        recipients=(Address("Alice", "alice@maison.example"),),
        subject=subject,
        received_at=None,
        text=text,
        html="",
        attachments=(),
        authenticity=authenticity or Authenticity("pass", "pass", "pass", "lumelia.example"),
        bulk=bulk,
    )


def paper(text: str, reading: Reading | None = None, **taught: object) -> Case:
    """A PDF that came alone."""
    extraction = Extraction(reading or Reading("none"), text=text)
    return Case(extraction, None, (("facture.pdf", "pdf"),), **taught)  # type: ignore[arg-type]


def letter(message: Mail, reading: Reading | None = None, **taught: object) -> Case:
    """A mail without document."""
    extraction = Extraction(reading or Reading("none"), text=message.text)
    return Case(extraction, message, ((message.subject, "mail"),), **taught)  # type: ignore[arg-type]


def letter_with_paper(message: Mail, page: str, reading: Reading) -> Case:
    """A mail with a PDF."""
    extraction = Extraction(reading, text=page + "\n" + message.text)
    return Case(extraction, message, (("facture.pdf", "pdf"), (message.subject, "mail")))
