"""The tables, one file per noun. Import them from here."""

from models.tables.account import Account, Auth, Lease, Mailbox
from models.tables.bank import (
    PROVES,
    BankEntry,
    BankFile,
    BankMatch,
    BankMatchPart,
    BankStatement,
    ColumnAnswer,
    MatchState,
    Word,
)
from models.tables.base import Base
from models.tables.bill import Bill, BillMessage, Correction, Judgement, Outcome
from models.tables.filing import Filing, FilingState, Mode, Quarantine
from models.tables.heartbeat import Heartbeat
from models.tables.journal import JournalLine
from models.tables.message import Extracted, Location, Message, Step
from models.tables.teaching import Identifier, Teaching

__all__ = [
    "PROVES",
    "Account",
    "Auth",
    "BankEntry",
    "BankFile",
    "BankMatch",
    "BankMatchPart",
    "BankStatement",
    "Base",
    "Bill",
    "BillMessage",
    "ColumnAnswer",
    "Correction",
    "Extracted",
    "Filing",
    "FilingState",
    "Heartbeat",
    "Identifier",
    "JournalLine",
    "Judgement",
    "Lease",
    "Location",
    "Mailbox",
    "MatchState",
    "Message",
    "Mode",
    "Outcome",
    "Quarantine",
    "Step",
    "Teaching",
    "Word",
]
