"""The tables, one file per noun. Import them from here."""

from models.tables.account import Account, Auth, Lease, Mailbox
from models.tables.bank import BankEntry, BankFile, BankStatement, ColumnAnswer
from models.tables.bank_match import PROVES, BankMatch, BankMatchPart, MatchState, Word
from models.tables.base import MOST_ID, Base
from models.tables.bill import Bill, BillMessage, Correction, Judgement, Outcome
from models.tables.cap_request import CapRequest
from models.tables.collection import (
    Collection,
    CollectionState,
    Collector,
    GiveBackState,
    GivenBack,
    HeardNotice,
)
from models.tables.dispatch import Dispatch, DispatchState, Occasion
from models.tables.filing import Filing, FilingState, Mode, Quarantine
from models.tables.heartbeat import Heartbeat
from models.tables.household import (
    Household,
    Member,
    MemberAccount,
    MeterReading,
    Presence,
    Role,
    Stay,
)
from models.tables.journal import JournalLine
from models.tables.message import Extracted, Location, Message, Step
from models.tables.outlet import Outlet
from models.tables.payee_account import PayeeAccount
from models.tables.payment import Assent, Attempt, AttemptState, Payment, PaymentDocument
from models.tables.reminding import CalendarFeed, Digest, ReminderPlan
from models.tables.secret_code import RecoveryCode, SecretCode
from models.tables.set_off import Instalment, SetOff
from models.tables.split import (
    Advance,
    BillShare,
    BillSplit,
    Consent,
    Settlement,
    SettlementState,
    StandingSplit,
)
from models.tables.taken_in import TakenIn, TakenPart
from models.tables.talk import About, Dispute, Missive, MissiveState, Party
from models.tables.teaching import Identifier, Teaching

__all__ = [
    "MOST_ID",
    "PROVES",
    "About",
    "Account",
    "Advance",
    "Assent",
    "Attempt",
    "AttemptState",
    "Auth",
    "BankEntry",
    "BankFile",
    "BankMatch",
    "BankMatchPart",
    "BankStatement",
    "Base",
    "Bill",
    "BillMessage",
    "BillShare",
    "BillSplit",
    "CalendarFeed",
    "CapRequest",
    "Collection",
    "CollectionState",
    "Collector",
    "ColumnAnswer",
    "Consent",
    "Correction",
    "Digest",
    "Dispatch",
    "DispatchState",
    "Dispute",
    "Extracted",
    "Filing",
    "FilingState",
    "GiveBackState",
    "GivenBack",
    "HeardNotice",
    "Heartbeat",
    "Household",
    "Identifier",
    "Instalment",
    "JournalLine",
    "Judgement",
    "Lease",
    "Location",
    "Mailbox",
    "MatchState",
    "Member",
    "MemberAccount",
    "Message",
    "MeterReading",
    "Missive",
    "MissiveState",
    "Mode",
    "Occasion",
    "Outcome",
    "Outlet",
    "Party",
    "PayeeAccount",
    "Payment",
    "PaymentDocument",
    "Presence",
    "Quarantine",
    "RecoveryCode",
    "ReminderPlan",
    "Role",
    "SecretCode",
    "SetOff",
    "Settlement",
    "SettlementState",
    "StandingSplit",
    "Stay",
    "Step",
    "TakenIn",
    "TakenPart",
    "Teaching",
    "Word",
]
