"""Services and the list of channels: each is tried before it is kept; what is secret is kept encrypted."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from flow.sending.kept import OutletRow, forget, kept, live, must_be_free, shown
from flow.sending.outlets import MAIL, call, outlet_called, way_of
from flow.wiring import Wiring
from models.database import reading
from models.errors.sending import ChannelRefused
from models.journal import append
from models.mail import Address
from models.payment_text import one_line
from models.tables import Outlet
from models.words import mark, translate
from notify.channels.apprise_services import AppriseServices
from notify.notice import Delivery, Notice, Sender, key_of

SERVICE = "apprise"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ServiceAsked:
    """A service by its URL, which holds its secret. amounts: whether its owner may read amounts."""

    url: str = field(repr=False)
    name: str = ""
    amounts: bool = False
    member_id: int | None = None


def free_name(wiring: Wiring, text: str) -> str:
    """The name of a new service in one line, known before its URL is asked for. Raises ChannelTaken."""
    name = one_line(text, _LONGEST_NAME)
    with Session(reading(wiring.engine)) as session:
        must_be_free(session, name)
    return name


def add_service(wiring: Wiring, asked: ServiceAsked, now: datetime, door: str = "cli") -> OutletRow:
    """Sends a first message to the service, then keeps its URL. Raises ChannelTaken, ChannelRefused,
    ServiceFailed; then nothing is kept. Its answer may time out (MailUnsure): nothing is kept either.
    """
    name = asked.name or asked.url.partition("://")[0].lower()
    channel = AppriseServices()
    why = channel.refuses(asked.url)
    if why is not None:
        raise ChannelRefused(why=why.sentence, **why.plain())
    name = free_name(wiring, name)
    hello = _hello(wiring, asked.url, now)
    (done,) = channel.send((hello,), Sender(Address("", ""), now))
    if done.problem is not None:
        raise done.problem
    with Session(wiring.engine) as session, session.begin():
        must_be_free(session, name)
        row = Outlet(
            channel=SERVICE, name=name, member_id=asked.member_id, amounts=asked.amounts,
            secret=wiring.secrets.encrypt(asked.url), created_at=now,
        )  # fmt: skip
        return kept(session, row, door)


def outlets(wiring: Wiring) -> tuple[OutletRow, ...]:
    """The channels that are set up, mail first."""
    with Session(reading(wiring.engine)) as session:
        rows = sorted(live(session), key=lambda row: (row.channel != MAIL, row.id))
        return tuple(shown(row) for row in rows)


def try_outlet(wiring: Wiring, name: str, now: datetime) -> Delivery:
    """Sends one message to oneself through the channel of that name; the delivery says what became of it.

    Raises ChannelUnknown, SecretUnreadable, SignInElsewhere and the Problem of the login.
    """
    with Session(reading(wiring.engine)) as session:
        outlet = outlet_called(session, name)
        way = way_of(session, wiring.secrets, outlet, now)
        to = way.to or outlet.name
    return call(wiring, way, _hello(wiring, to, now))


def remove_outlet(wiring: Wiring, name: str, now: datetime, door: str = "cli") -> None:
    """Its secret is forgotten and nothing more is sent through it. Raises ChannelUnknown."""
    with Session(wiring.engine) as session, session.begin():
        row = outlet_called(session, name)
        forget(session, [row], now)
        detail = {"outlet": row.id, "channel": row.channel}
        append(session, "person", "channel_removed", f"outlet {row.id}", where=door, detail=detail)


def _hello(wiring: Wiring, to: str, now: datetime) -> Notice:
    lang = wiring.settings.lang
    title = translate(mark("Facteur can reach you here"), lang)
    text = translate(mark("This is a test. Reminders of your bills will look like this."), lang)
    return Notice(key_of("test", to, now.isoformat()), to, title, text)
