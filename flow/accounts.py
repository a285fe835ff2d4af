"""The connected mailboxes, as the database knows them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.wiring import Wiring
from models.database import reading
from models.errors.files import NothingConnected
from models.tables import Account


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A connected mailbox, without its secret."""

    id: int
    address: str
    host: str
    files_mail: bool
    failed_code: str | None


def accounts(wiring: Wiring, address: str | None = None) -> tuple[AccountRow, ...]:
    """The connected mailboxes in the order they were connected, or the one at `address`."""
    query = select(Account).where(~IS_DRAWER).order_by(Account.id)
    if address is not None:
        query = query.where(Account.address == address)
    with Session(reading(wiring.engine)) as session:
        return tuple(
            AccountRow(row.id, row.address, row.host, row.files_mail, row.failed_code)
            for row in session.scalars(query)
        )


def connected(wiring: Wiring, address: str | None = None) -> tuple[AccountRow, ...]:
    """As `accounts`. Raises NothingConnected when there is none."""
    found = accounts(wiring, address)
    if not found:
        raise NothingConnected
    return found
