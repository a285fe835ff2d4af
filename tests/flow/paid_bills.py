"""Bills with their mails, and the bank's files that pay them, as few words as a test needs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.card import attach
from flow.columns_said import ColumnsSaid
from flow.lessons import keep_identifiers
from flow.prove import Brought, Imported, import_file
from flow.wiring import Wiring
from models.codec import EXTRACTION
from models.extraction import Extraction
from models.money import Money
from models.reading import Found, Means, Reading
from models.tables import Account, BankMatch, Bill, Extracted, JournalLine, Message, Step
from models.verdict import Because, Category, Kind, State, Verdict
from tests.flow.post import account, post

OWN = "FR7630006000011234567890189"
LANDLORD = "FR1420041010050500013M02606"
CREDITOR = "FR72ZZZ123456"
T = TypeVar("T")


def found(value: T, confidence: float = 0.99) -> Found[T]:
    return Found(value, "pdf_text", str(value), confidence)


@dataclass(frozen=True)
class Asked:
    """A bill to be: due in November 2026 unless said otherwise. sure: of its amount."""

    amount: str = "84.20"
    number: str = "F-2031-77"
    due: date | None = date(2026, 11, 10)
    biller: str = "Énergie du Vallon"
    iban: str = ""
    kind: Kind = Kind.TO_PAY
    sure: float = 0.99
    creditor: str = ""
    reference: str = ""
    issued: date | None = date(2026, 10, 20)

    @property
    def reading(self) -> Reading:
        means = Means.DIRECT_DEBIT if self.kind is Kind.TO_BE_DEBITED else Means.TRANSFER
        return Reading(
            "pdf_text",
            biller=found(self.biller),
            amount=found(Money.of(self.amount, "EUR"), self.sure),
            due_on=found(self.due) if self.due else None,
            issued_on=found(self.issued) if self.issued else None,
            number=found(self.number) if self.number else None,
            payee_iban=found(self.iban) if self.iban else None,
            reference=found(self.reference) if self.reference else None,
            means=found(means),
            absent=() if self.due else (found("due_on"),),
        )


def arrive(wiring: Wiring, asked: Asked, *, suspicious: bool = False) -> int:
    """The bill's card, made from a mail as the road makes it; its number."""
    held = (Because("It may be forged."),) if suspicious else ()
    verdict = Verdict(asked.kind, Category.ENERGY, "", 0.99, 0.99, (Because("It asks."),), held)
    with Session(wiring.engine) as session:
        box = session.scalar(select(Account.id).limit(1))
        number = session.scalar(select(Message.id).order_by(Message.id.desc()).limit(1)) or 0
    box = box or account(wiring)
    message_id = post(wiring, box, f"Subject: {number + 1}\r\n\r\n{asked}".encode())
    keys = (f"creditor:{asked.creditor}",) if asked.creditor else ()
    extraction = Extraction(asked.reading, (asked.reading,), keys=keys)
    with Session(wiring.engine) as session, session.begin():
        message = session.get_one(Message, message_id)
        text = EXTRACTION.write(extraction)
        session.add(
            Extracted(
                message_id=message_id, extraction=text, mail="{}", created_at=datetime.now(UTC)
            )
        )
        message.step = Step.DONE
        keep_identifiers(session, message_id, keys)
        session.flush()
        return attach(session, message, extraction, verdict, wiring.settings).id


@dataclass(frozen=True)
class Line:
    """One line of a bank's CSV in French."""

    amount: str
    text: str
    on: date = date(2026, 11, 9)
    iban: str = ""


def csv_file(*lines: Line) -> bytes:
    """A file whose header names its columns, of one account."""
    rows = [
        f"{line.on:%d/%m/%Y};{line.text};{line.amount.replace('.', ',')};{line.iban};{OWN}"
        for line in lines
    ]
    head = "Date operation;Libelle;Montant;IBAN contrepartie;Compte"
    return "\n".join([head, *rows, ""]).encode()


def bring(
    wiring: Wiring, data: bytes, said: ColumnsSaid | None = None, member: int | None = None
) -> Imported:
    """The file imported; it must raise no question."""
    brought = Brought("bank.csv", data, said or ColumnsSaid(), member_id=member)
    done = import_file(wiring, brought)
    assert isinstance(done, Imported)
    return done


def bill(wiring: Wiring, number: int) -> Bill:
    with Session(wiring.engine) as session:
        return session.get_one(Bill, number)


def state(wiring: Wiring, number: int) -> State:
    return bill(wiring, number).state


def matches(wiring: Wiring) -> list[tuple[str, str, str]]:
    """(state, level, what is paid) of every match, in order."""
    with Session(wiring.engine) as session:
        rows = session.scalars(select(BankMatch).order_by(BankMatch.id))
        return [(row.state.value, row.level, row.pays) for row in rows]


def written(wiring: Wiring) -> list[tuple[str, str]]:
    """(what, on what) of the journal."""
    with Session(wiring.engine) as session:
        rows = session.scalars(select(JournalLine).order_by(JournalLine.id))
        return [(row.what, row.on_what) for row in rows]
