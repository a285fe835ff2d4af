"""From an outlet's row to what sends: the channel, who sends, and the mail server with its password."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.sign_in import sending_token
from flow.wiring import Wiring
from models.errors.reminding import ChannelUnknown, MailOutMissing, SignInElsewhere
from models.errors.store import SecretUnreadable
from models.mail import Address
from models.secrets import Secrets
from models.security import Security
from models.tables import Account, Auth, Outlet
from notify.channel import Channel
from notify.known_offices import office_beside
from notify.notice import Delivery, Notice, Sender
from notify.post_office import Credentials, PostOffice
from notify.ways import CHANNELS

MAIL = "email"
"""The channel that carries mail; its outlet is the person's own mail account."""


@dataclass(frozen=True, slots=True)
class Way:
    """What one message is sent through. `to`: a service's URL, "" for mail, whose recipients differ.

    account_id: the mailbox whose token signs in; it is fetched just before the call, by `signed_in`.
    """

    channel: Channel
    sender: Sender
    office: PostOffice | None
    to: str
    account_id: int | None = None


def mail_out(session: Session) -> Outlet | None:
    """The person's own mail account, None before it is set up."""
    query = select(Outlet).where(Outlet.channel == MAIL, Outlet.removed_at.is_(None))
    return session.scalar(query.order_by(Outlet.id).limit(1))


def need_mail_out(session: Session) -> Outlet:
    """As `mail_out`. Raises MailOutMissing."""
    found = mail_out(session)
    if found is None:
        raise MailOutMissing
    return found


def outlet_called(session: Session, name: str) -> Outlet:
    """The outlet of that name that was not removed. Raises ChannelUnknown."""
    query = select(Outlet).where(Outlet.name == name, Outlet.removed_at.is_(None))
    found = session.scalar(query)
    if found is None:
        raise ChannelUnknown(name=name[:80])
    return found


def channel_named(name: str) -> Channel:
    """The channel of notify with that name. Raises ChannelUnknown for one of a later version."""
    found = next((one for one in CHANNELS if one.name == name), None)
    if found is None:
        raise ChannelUnknown(name=name)
    return found


def way_of(session: Session, secrets: Secrets, outlet: Outlet, now: datetime) -> Way:
    """Everything that a call needs. Raises SecretUnreadable, SignInElsewhere, MailOutMissing."""
    if outlet.removed_at is not None:
        raise MailOutMissing
    channel = channel_named(outlet.channel)
    if outlet.channel != MAIL:
        if outlet.secret is None:
            raise SecretUnreadable
        return Way(channel, Sender(Address("", ""), now), None, secrets.decrypt(outlet.secret))
    sender = Sender(Address(outlet.sender, outlet.name), now)
    return Way(channel, sender, office_of(session, secrets, outlet), "", outlet.account_id)


def office_of(session: Session, secrets: Secrets, outlet: Outlet) -> PostOffice:
    """The submission server of a mail account. Raises SecretUnreadable, SignInElsewhere."""
    credentials = None
    if outlet.secret is not None:
        credentials = Credentials(outlet.user or outlet.name, secrets.decrypt(outlet.secret))
    elif outlet.account_id is not None:
        account = session.get_one(Account, outlet.account_id)
        user, host = outlet.user or account.user, outlet.host or ""
        credentials = credentials_of(secrets, account, user, host)
    return PostOffice(
        outlet.host or "", outlet.port or 0, outlet.security or Security.TLS, credentials, outlet.ca_pem
    )  # fmt: skip


def credentials_of(secrets: Secrets, account: Account, user: str, host: str) -> Credentials:
    """How a connected mailbox signs in to hand mail in: with its password, or with a token, still empty.

    A token goes to its provider's own server alone. Raises SecretUnreadable, SignInElsewhere.
    """
    if account.secret is None:
        raise SecretUnreadable
    if account.auth is Auth.OAUTH:
        if host.lower() != office_beside(account.host).host:
            raise SignInElsewhere(address=account.address)
        return Credentials(user, "", is_token=True)
    return Credentials(user, secrets.decrypt(account.secret))


def signed_in(wiring: Wiring, office: PostOffice, account_id: int | None) -> PostOffice:
    """The server with a fresh token where one signs in: a call outside. Raises what sending_token raises."""
    credentials = office.credentials
    if credentials is None or not credentials.is_token or account_id is None:
        return office
    token = sending_token(wiring, account_id)
    return replace(office, credentials=replace(credentials, secret=token))


def call(wiring: Wiring, way: Way, notice: Notice) -> Delivery:
    """Sends one message. Raises the Problem that kept the server from being talked to: nothing left."""
    office = signed_in(wiring, way.office, way.account_id) if way.office else None
    (delivery,) = way.channel.send((notice,), way.sender, office)
    return delivery
