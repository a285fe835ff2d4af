"""A bank statement as evidence: what was booked on an account, with the proof the bank gives.

Amounts are signed as on the account: negative leaves it, positive arrives.
"""

from dataclasses import dataclass
from datetime import date

from models.iban import Iban
from models.money import Money
from models.reading import Means


@dataclass(frozen=True, slots=True)
class Balance:
    """What the account holds at the end (closing) or the beginning (opening) of a day."""

    amount: Money
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement of an account; a batch that the bank explains is as many entries.

    key: the same for the same movement in every import of the same format (`pay.evidence.keys`).
    account: the IBAN without spaces, else the bank's own number, "" when nothing says it.
    counterparty, counterparty_iban: who got or sent the money, never the account's owner.
    creditor_id, mandate: of a SEPA direct debit. end_to_end: the payer's own id (35 characters).
    reference: structured (ISO 11649 RF, Belgian, Swiss), without spaces. text: everything free.
    bank_id: the bank's own id of the movement. returned: the reason code of an R-transaction
    ("AC04", "MD06"; "-" when the bank gives none): this entry undoes an earlier one.
    """

    key: str
    account: str
    booked_on: date
    amount: Money
    value_on: date | None = None
    counterparty: str = ""
    counterparty_iban: Iban | None = None
    creditor_id: str = ""
    mandate: str = ""
    end_to_end: str = ""
    reference: str = ""
    text: str = ""
    bank_id: str = ""
    means: Means | None = None
    returned: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one file says of one account, in the file's order.

    reader: "camt.053" (.052, .054), "mt940", "ofx" or "csv". entries: booked, hence evidence.
    pending: announced by the bank, which may still drop them: shown, never evidence. left: how many
    movements the file names that are no evidence (a card payment declined, a mere information).
    """

    reader: str
    account: str
    currency: str
    entries: tuple[Entry, ...]
    opening: Balance | None = None
    closing: Balance | None = None
    pending: tuple[Entry, ...] = ()
    left: int = 0

    @property
    def gap(self) -> Money | None:
        """Closing less opening less all booked entries: not zero when something is missing.

        None when the file does not give both balances, in one currency with all entries.
        """
        if self.opening is None or self.closing is None:
            return None
        ends = {self.opening.amount.currency, self.closing.amount.currency, self.currency}
        if len(ends | {entry.amount.currency for entry in self.entries}) > 1:
            return None
        booked = Money(sum(entry.amount.minor for entry in self.entries), self.currency)
        return self.closing.amount - self.opening.amount - booked

    @property
    def adds_up(self) -> bool | None:
        """Opening + entries = closing; None when the file does not give both balances."""
        gap = self.gap
        return None if gap is None else gap.minor == 0
