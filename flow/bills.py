"""One debt, one card: which bill a mail belongs to, and where a bill stands."""

import re
import unicodedata

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from flow.answer import confidences
from flow.doubts import doubtful
from flow.drawer import accounts_to_join
from flow.no_bill import was_taught
from flow.settings import Settings
from models.extraction import Extraction
from models.money import Money
from models.reading import Reading
from models.tables import Bill, BillMessage, Correction, Message
from models.verdict import Kind, State, Verdict

_LEGAL = frozenset(
    {"sa", "sas", "sasu", "sarl", "eurl", "sci", "gmbh", "ag", "kg", "ug", "ev", "mbh", "bv", "nv"}
    | {"ltd", "limited", "plc", "inc", "llc", "co", "company", "the"}
)
_FEWEST_CHARACTERS = 4
"""A bill number of fewer ("2") does not tell one bill of a biller from another."""


def biller_key(name: str) -> str:
    """A biller's name without accents, case, punctuation and legal form: the same for "ÉDÉNA S.A."."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain))
    return " ".join([word for word in words if word not in _LEGAL] or words)


def home_of(
    session: Session, message: Message, reading: Reading, verdict: Verdict
) -> tuple[Bill | None, str]:
    """The bill that the mail belongs to, if it is there, and the identity it has or would have.

    Two mails are one debt when biller and number are the same and the amounts do not differ (a reminder
    may add its fees, and may come first). A suspect never joins another's card, and a short number
    proves nothing.
    """
    already = select(Bill).join(BillMessage).where(BillMessage.message_id == message.id)
    if (bill := session.scalar(already)) is not None:
        return bill, bill.identity
    bases = _bases(session, message.account_id, reading)
    if not bases or verdict.suspicions:
        return None, f"message:{message.sha256}"
    base = bases[0]
    amount = reading.amount.value if reading.amount else None
    same = or_(
        Bill.identity.in_(bases),
        *(Bill.identity.startswith(f"{one}#", autoescape=True) for one in bases),
    )
    reach = Bill.account_id.in_(accounts_to_join(session, message))
    query = select(Bill).where(reach, same).order_by(Bill.id)
    found = session.scalars(query.with_for_update()).all()
    for bill in found:
        reminds = Kind.REMINDER in {verdict.kind, bill.kind}
        if reminds or _same(bill.amount, amount):
            return bill, bill.identity
    return None, f"{base}#{amount}{amount.currency}" if found and amount else base


def _bases(session: Session, account_id: int, reading: Reading) -> list[str]:
    """The identity under each name of the biller, the one that was read first."""
    if reading.biller is None or reading.number is None:
        return []
    number = re.sub(r"[\W_]+", "", reading.number.value).casefold()
    if len(number) < _FEWEST_CHARACTERS:
        return []
    return [f"{key}#{number}" for key in known_as(session, account_id, reading.biller.value)]


def known_as(session: Session, account_id: int | None, name: str) -> list[str]:
    """The keys of a biller: its name's own first, then those of names that the person put for each
    other. "Le Val" and the "Énergie du Val" that was read are one biller, before and after.
    """
    own = biller_key(name)
    query = select(Correction.biller_key, Correction.now).where(
        Correction.field == "biller",
        Correction.biller_key != "",
        or_(Correction.now == name, Correction.biller_key == own),
    )
    if account_id is not None:
        query = query.where(Correction.account_id == account_id)
    keys = [own] if own else []
    for read, called in session.execute(query):
        keys += [read, biller_key(called or "")]
    return list(dict.fromkeys(key for key in keys if key))


def _same(left: Money | None, right: Money | None) -> bool:
    return left is None or right is None or left == right


def state_of(verdict: Verdict, extraction: Extraction, settings: Settings) -> State:
    """Where a new bill stands; REVIEW unless the kind and each needed field are sure."""
    if verdict.suspicions:
        return State.STOPPED
    if verdict.kind is Kind.RECEIPT and verdict.confidence >= settings.sure:
        # "It was paid" may not be concluded from what was said of another bill.
        return State.REVIEW if was_taught(verdict) else State.PAID
    unsure = (
        verdict.confidence < settings.sure
        or doubtful(confidences(extraction.reading), verdict.kind, settings.sure)
        or extraction.problems
    )
    return State.REVIEW if unsure or verdict.kind is Kind.OTHER else State.OPEN


def needs_card(verdict: Verdict, extraction: Extraction, settings: Settings) -> bool:
    """A bill has a card, and so has what could not be told or read: it is shown to review, never lost."""
    unsure = verdict.confidence < settings.file_from or bool(extraction.problems)
    return verdict.kind is not Kind.OTHER or unsure or bool(verdict.suspicions)
