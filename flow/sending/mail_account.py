"""The person's own mail account to send from: proposed from a connected mailbox, tried, then kept."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.sending.kept import OutletRow, forget, kept, live, must_be_free
from flow.sending.outlets import MAIL, credentials_of, signed_in
from flow.wiring import Wiring
from inbox.providers import provider_of
from models.database import reading
from models.errors.reminding import AddressUnusable
from models.payment_text import one_line
from models.security import Security
from models.tables import Account, Outlet
from notify.channels.smtp.line import hang_up, open_line
from notify.known_offices import office_beside
from notify.mail_address import plain_address
from notify.post_office import Credentials, PostOffice

_LONGEST_NAME = 60
_USUAL_PORT = {Security.TLS: 465, Security.STARTTLS: 587, Security.PLAIN: 25}


@dataclass(frozen=True, slots=True)
class MailAsked:
    """The mail account as the person says it; None and "" leave it to what is known of the address.

    password: None takes that of the connected mailbox, where there is one. no_login: the server asks
    for none (a relay on this machine).
    """

    address: str
    sender: str = ""
    host: str | None = None
    port: int | None = None
    security: Security | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_pem: str | None = None
    no_login: bool = False


def proposed_address(wiring: Wiring) -> str:
    """The address of the first connected mailbox, "" when there is none."""
    with Session(reading(wiring.engine)) as session:
        query = select(Account.address).where(~IS_DRAWER).order_by(Account.id)
        return session.scalar(query.limit(1)) or ""


def signs_in_itself(wiring: Wiring, address: str) -> bool:
    """Whether a connected mailbox of that address signs in by itself: it may send, too."""
    with Session(reading(wiring.engine)) as session:
        account = _account(session, address)
        return account is not None and bool(account.secret)


def office_proposed(wiring: Wiring, asked: MailAsked) -> PostOffice:
    """The submission server: as asked, else beside the mailbox or the provider; without credentials."""
    with Session(reading(wiring.engine)) as session:
        account = _account(session, asked.address)
        beside = account.host if account else provider_of(asked.address).host
        ca_pem = asked.ca_pem or (account.ca_pem if account else None)
    known = office_beside(beside)
    security = asked.security or (known.security if asked.host is None else Security.TLS)
    port = known.port if asked.host is None and asked.security is None else _USUAL_PORT[security]
    return PostOffice(asked.host or known.host, asked.port or port, security, None, ca_pem)


def may_send_as(wiring: Wiring, text: str) -> str:
    """The bare address of a mail account that can be set up, known before a password is asked for.

    Raises AddressUnusable, ChannelTaken when a service is called so.
    """
    address = plain_address(text)
    if not address:
        raise AddressUnusable(address=one_line(text, 80))
    with Session(reading(wiring.engine)) as session:
        if all(row.channel != MAIL or row.name != address for row in live(session)):
            must_be_free(session, address)
    return address


def add_mail(wiring: Wiring, asked: MailAsked, now: datetime, door: str = "cli") -> OutletRow:
    """Signs in to the person's own mail server, then keeps it in place of the one before.

    Raises AddressUnusable, ChannelTaken, SignInElsewhere, SecretUnreadable and the Problem of the login;
    then nothing is kept. Without a password and without a mailbox of that address it signs in without a name.
    """
    address = may_send_as(wiring, asked.address)
    office = office_proposed(wiring, asked)
    credentials, account_id = _credentials(wiring, asked, office.host)
    hang_up(open_line(signed_in(wiring, replace(office, credentials=credentials), account_id)))
    with Session(wiring.engine) as session, session.begin():
        before = [row for row in live(session) if row.channel == MAIL]
        row = next((one for one in before if one.name == address), None)
        forget(session, [one for one in before if one is not row], now)
        if row is None:
            must_be_free(session, address)
        row = row or Outlet(channel=MAIL, name=address, amounts=True, created_at=now)
        row.sender = one_line(asked.sender, _LONGEST_NAME)
        row.host, row.port, row.security = office.host, office.port, office.security
        row.ca_pem, row.account_id = office.ca_pem, account_id
        row.user = credentials.user if credentials else None
        own = credentials is not None and account_id is None
        row.secret = wiring.secrets.encrypt(credentials.secret) if credentials and own else None
        return kept(session, row, door)


def _credentials(
    wiring: Wiring, asked: MailAsked, host: str
) -> tuple[Credentials | None, int | None]:
    """Who signs in, and the mailbox whose password or permission it is."""
    with Session(reading(wiring.engine)) as session:
        account = _account(session, asked.address)
        if asked.no_login:
            return None, None
        if asked.password is not None:
            user = asked.user or (account.user if account else "") or asked.address
            return Credentials(user, asked.password), None
        if account is None:
            return None, None
        user = asked.user or account.user
        return credentials_of(wiring.secrets, account, user, host), account.id


def _account(session: Session, address: str) -> Account | None:
    return session.scalar(select(Account).where(Account.address == address))
