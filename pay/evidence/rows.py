"""A row of a bank's CSV as an entry, once it is known which column is which."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.errors.statements import ColumnsUnfit
from models.errors.values import AmountInvalid
from models.money import Money
from models.statement import Entry
from models.words import mark
from pay.evidence.columns import Mapping, Role, folded
from pay.evidence.figures import day_of, decimal_of
from pay.evidence.prose import enriched
from pay.evidence.table import Table
from pay.evidence.texts import account_of, clean, compact, given, iban_of

_NO_AMOUNT = mark("“{value}” is no amount")
_NO_DAY = mark("“{value}” is no day")
_BOTH = mark("it has an amount out and an amount in")
_MORE = mark("it has more columns than the first row")
_OUT = ("af", "d", "debit", "dbit", "s", "soll", "out", "sortie", "outgoing")
_BOOKED = frozenset(
    [
        "",
        "completed",
        "booked",
        "termine",
        "comptabilise",
        "gebucht",
        "posted",
        "executed",
        "execute",
        "settled",
        "abgeschlossen",
        "geboekt",
        "cleared",
    ]
)
_PENDING = frozenset(
    ["pending", "en attente", "vorgemerkt", "a venir", "en cours", "authorised", "authorized"]
)


@dataclass(frozen=True, slots=True)
class Row:
    """One operation: its entries (a fee is one of its own), whether it counts, its balance after."""

    entries: tuple[Entry, ...]
    pending: bool
    balance: Decimal | None


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of the file with the role of each cell. number: as a spreadsheet counts."""

    number: int
    cells: tuple[str, ...]
    mapping: Mapping

    def get(self, role: Role) -> str:
        """The cell of `role`, "" when there is none."""
        return next(self.all(role), "")

    def all(self, role: Role) -> Iterator[str]:
        """The filled cells of `role`."""
        pairs = zip(self.mapping.roles, self.cells, strict=False)
        return (cell for own, cell in pairs if own is role and cell)

    def number_in(self, role: Role) -> Decimal | None:
        """The number in the cell of `role`; None when it is empty. Raises ColumnsUnfit."""
        cell = self.get(role)
        if not cell:
            return None
        value = decimal_of(cell, self.mapping.decimals)
        if value is None:
            raise ColumnsUnfit(row=self.number, why=_NO_AMOUNT, value=cell[:40])
        return value


def rows_of(table: Table, mapping: Mapping, account: str, currency: str) -> Iterator[Row | None]:
    """Each operation of the file, None for one that is no evidence (declined, zero).

    Raises ColumnsUnfit at the first row that does not fit: a statement is read whole or not at all.
    """
    for at, cells in enumerate(table.rows):
        row = Cells(table.first + at, cells, mapping)
        if _is_operation(row):
            yield _row(row, account, currency)


def _is_operation(row: Cells) -> bool:
    """Rows without day or amount are blank lines, totals and notes below the table."""
    if any(row.cells[len(row.mapping.roles) :]):
        raise ColumnsUnfit(row=row.number, why=_MORE)
    day = row.get(Role.BOOKED_ON)
    amounts = (row.get(Role.AMOUNT), row.get(Role.DEBIT), row.get(Role.CREDIT))
    if not any(amounts):
        return False
    return any(c.isdigit() for c in day) or bool(row.get(Role.STATE))


def _row(row: Cells, account: str, currency: str) -> Row | None:
    state = folded(row.get(Role.STATE))
    number = _signed(row)
    if state not in _BOOKED | _PENDING or not number:
        return None
    if not row.get(Role.BOOKED_ON) and state in _PENDING:
        return None
    day = _day(row, Role.BOOKED_ON)
    if day is None:
        raise ColumnsUnfit(row=row.number, why=_NO_DAY, value=row.get(Role.BOOKED_ON)[:40])
    entry = _entry(row, account, day, _money(row, number, currency))
    fee = row.number_in(Role.FEE)
    entries = (entry,) if not fee else (entry, _fee(entry, _money(row, -abs(fee), currency)))
    # A balance that cannot be read costs the check of the sums, not the statement.
    balance = decimal_of(row.get(Role.BALANCE), row.mapping.decimals)
    return Row(entries, state in _PENDING, balance)


def _signed(row: Cells) -> Decimal | None:
    """What was moved, negative when it left the account."""
    amount = row.number_in(Role.AMOUNT)
    if amount is None:
        out, into = row.number_in(Role.DEBIT), row.number_in(Role.CREDIT)
        if out and into:
            raise ColumnsUnfit(row=row.number, why=_BOTH)
        return -abs(out) if out else into
    if folded(row.get(Role.DIRECTION)) in _OUT:
        amount = -abs(amount)
    return -amount if row.mapping.flipped else amount


def _money(row: Cells, number: Decimal, currency: str) -> Money:
    said = row.get(Role.CURRENCY).upper() or currency
    try:
        exact = Money.of(number, said)
    except AmountInvalid as cause:
        told = f"{number} {said[:10]}"
        raise ColumnsUnfit(row=row.number, why=_NO_AMOUNT, value=told) from cause
    if exact.decimal != number:
        raise ColumnsUnfit(row=row.number, why=_NO_AMOUNT, value=f"{number} {said}")
    return exact


def _day(row: Cells, role: Role) -> date | None:
    return day_of(row.get(role), row.mapping.days)


def _entry(row: Cells, account: str, day: date, amount: Money) -> Entry:
    party = Role.PAYEE if amount.minor < 0 else Role.PAYER
    return enriched(
        Entry(
            key="",
            account=account_of(row.get(Role.ACCOUNT)) or account,
            booked_on=day,
            value_on=_day(row, Role.VALUE_ON),
            amount=amount,
            counterparty=row.get(Role.COUNTERPARTY) or row.get(party),
            counterparty_iban=iban_of(row.get(Role.COUNTERPARTY_IBAN)),
            creditor_id=compact(row.get(Role.CREDITOR_ID)),
            mandate=given(row.get(Role.MANDATE)),
            end_to_end=given(row.get(Role.END_TO_END)),
            text=clean(" ".join(dict.fromkeys(row.all(Role.TEXT)))),
            bank_id=given(row.get(Role.BANK_ID)),
        )
    )


def _fee(entry: Entry, amount: Money) -> Entry:
    return Entry(
        key="",
        account=entry.account,
        booked_on=entry.booked_on,
        amount=amount,
        text=clean(f"fee {entry.text}"),
        bank_id=entry.bank_id,
    )
