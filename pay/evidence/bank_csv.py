"""CSV exports of banks: the layout is known by its header, by an earlier answer, or asked."""

from collections import defaultdict
from decimal import Decimal

from models.errors.files import TooLarge
from models.errors.statements import StatementUnknown
from models.statement import Statement
from pay.evidence.columns import Doubt, Mapping, Question, Role, fingerprint, roles_of
from pay.evidence.figures import Days, Decimals, decimals_of
from pay.evidence.preamble import account_in, currency_in
from pay.evidence.reader import MOST_BYTES, Source
from pay.evidence.rows import Row, rows_of
from pay.evidence.running import balances
from pay.evidence.table import Table, is_amount, is_day, orders_of, table_of
from pay.evidence.texts import decoded

_EXAMPLES = 3
_SAMPLE = 200
_HEAD = 2000


class BankCsv:
    """Reads any table of operations; asks when it does not know the columns."""

    name = "csv"
    proven_against = (
        "our own samples in the shapes of BoursoBank, Crédit Agricole, La Banque Postale, BNP Paribas, "
        "Caisse d’Epargne, Crédit Mutuel, Revolut, N26, Wise, ING, Sparkasse, DKB"
    )

    def reads(self, source: Source) -> bool:
        head = source.data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        is_markup = head.startswith((b"<", b"%PDF", b"PK\x03\x04", b"{"))
        return not is_markup and any(sign in head for sign in (b";", b",", b"\t", b"|"))

    def read(self, source: Source) -> tuple[Statement, ...] | Question:
        """A statement for each account and currency, or the question which column is which."""
        if len(source.data) > MOST_BYTES:
            raise TooLarge(limit=f"{MOST_BYTES // 1_000_000} MB")
        table = table_of(decoded(source.data))
        if table is None or not table.rows:
            raise StatementUnknown(what="CSV")
        print_ = fingerprint(list(table.header), table.separator, table.width)
        answered = next((one for one in source.mappings if one.fingerprint == print_), None)
        if answered is not None and answered.is_enough:
            return _statements(table, answered, source)
        guess, doubt = _guess(table, print_)
        if doubt is None and guess.is_enough:
            return _statements(table, guess, source)
        return _question(table, guess, doubt or "columns")


def _guess(table: Table, print_: str) -> tuple[Mapping, Doubt | None]:
    """The likely columns; no doubt when the header's own words name them and the days are clear."""
    roles, currency = roles_of(list(table.header))
    amounts = (Role.AMOUNT, Role.DEBIT, Role.CREDIT)
    named = Role.BOOKED_ON in roles and any(one in roles for one in amounts)
    if not named:
        roles = _by_looks(table, roles)
    roles = (*roles, *[Role.IGNORED] * (table.width - len(roles)))
    days, clear = _days(table, roles, currency)
    mapping = Mapping(print_, roles, days, _decimals(table, roles), currency)
    return mapping, ("columns" if not named else None if clear else "days")


def _by_looks(table: Table, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Roles by what the cells look like, for a header that says nothing: only a guess."""
    found = list(roles) + [Role.IGNORED] * (table.width - len(roles))
    for at in range(table.width):
        cells = [cell for cell in _column(table, at) if cell]
        if not cells or found[at] is not Role.IGNORED:
            continue
        if all(map(is_day, cells)):
            found[at] = Role.VALUE_ON if Role.BOOKED_ON in found else Role.BOOKED_ON
        elif all(map(is_amount, cells)):
            found[at] = Role.BALANCE if Role.AMOUNT in found else Role.AMOUNT
        elif any(any(c.isalpha() for c in cell) for cell in cells):
            found[at] = Role.TEXT
    return tuple(
        role if found.index(role) == at or role is Role.TEXT else Role.IGNORED
        for at, role in enumerate(found)
    )


def _column(table: Table, at: int) -> list[str]:
    return [row[at] for row in table.rows[:_SAMPLE] if at < len(row)]


def _cells(table: Table, roles: tuple[Role, ...], wanted: tuple[Role, ...]) -> list[str]:
    places = [at for at, role in enumerate(roles) if role in wanted]
    return [cell for at in places for cell in _column(table, at) if cell]


def _days(table: Table, roles: tuple[Role, ...], currency: str) -> tuple[Days, bool]:
    """The order of day and month that reads all days; not clear when two orders do.

    Europe writes the day first; a table with commas and slashes may as well be American, unless
    its amounts are in euros or francs.
    """
    cells = _cells(table, roles, (Role.BOOKED_ON, Role.VALUE_ON))
    orders = orders_of(cells)
    american = table.separator == "," and any("/" in cell for cell in cells)
    if "dmy" in orders and "mdy" in orders:
        return "dmy", not american or currency in ("EUR", "CHF")
    return (orders[0], True) if orders else ("dmy", False)


def _decimals(table: Table, roles: tuple[Role, ...]) -> Decimals:
    wanted = (Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.BALANCE)
    return decimals_of(_cells(table, roles, wanted), "." if table.separator == "," else ",")


def _question(table: Table, guess: Mapping, doubt: Doubt) -> Question:
    names = table.header or tuple(str(at + 1) for at in range(table.width))
    names = (*names, *[str(at + 1) for at in range(len(names), table.width)])
    filled = ([cell for cell in _column(table, at) if cell] for at in range(table.width))
    examples = tuple(tuple(dict.fromkeys(cells[:20]))[:_EXAMPLES] for cells in filled)
    return Question(names, examples, guess, doubt)


def _statements(table: Table, mapping: Mapping, source: Source) -> tuple[Statement, ...]:
    account = account_in(table.preamble) or source.account
    currency = mapping.currency or currency_in(table.preamble) or source.currency
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    left = 0
    for row in rows_of(table, mapping, account, currency):
        if row is None:
            left += 1
        else:
            entry = row.entries[0]
            groups[entry.account, entry.amount.currency].append(row)
    if not groups:
        return (Statement("csv", account, currency, (), left=left),)
    return tuple(
        _statement(rows, key, left if at == 0 else 0)
        for at, (key, rows) in enumerate(groups.items())
    )


def _statement(rows: list[Row], of: tuple[str, str], left: int) -> Statement:
    account, currency = of
    booked = [row for row in rows if not row.pending]
    steps = [
        (row.entries[0].booked_on, sum((e.amount.decimal for e in row.entries), Decimal()), balance)
        for row in booked
        if (balance := row.balance) is not None
    ]
    ends = balances(steps, currency) if len(steps) == len(booked) else (None, None)
    return Statement(
        reader="csv",
        account=account,
        currency=currency,
        entries=tuple(entry for row in booked for entry in row.entries),
        opening=ends[0],
        closing=ends[1],
        pending=tuple(entry for row in rows if row.pending for entry in row.entries),
        left=left,
    )
