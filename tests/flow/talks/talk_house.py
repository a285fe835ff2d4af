"""A house that talks: bills that came by mail, a real submission server, answers on the road."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Update, func, select, update
from sqlalchemy.orm import Session

from flow.sending.carry import Carried
from flow.sending.mail_account import MailAsked, add_mail
from flow.talks.door import letter, talk
from flow.talks.letters import Prepared
from flow.talks.post import post_letter
from flow.talks.thread import MissiveRow, Talk
from flow.talks.wishes import Asked
from flow.wiring import Wiring
from models.security import Security
from models.tables import About, Bill, BillMessage, Message, Outlet
from models.verdict import State
from notify.post_office import PostOffice
from tests.flow.order_house import wiring_on
from tests.flow.post import account, post, travel
from tests.notify.post import Box
from tests.notify.post import post as server

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SERVICE = "service.clients@eaux-du-vallon.example"
BILL = """\
From: Eaux du Vallon <ne-pas-repondre@eaux-du-vallon.example>
To: alice@example.org
Subject: Votre facture {number}
Message-ID: <{number}@eaux-du-vallon.example>
Date: Mon, 2 Nov 2026 08:00:00 +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,
Votre facture n° {number} du 2 novembre 2026 est disponible.
Numéro de client : C-{number}
Montant à payer : {amount} EUR
À régler avant le 30 novembre 2026 par virement.
{contact}
Eaux du Vallon
"""


@dataclass
class TalkHouse:
    """`box` is what Alice's mail server took."""

    wiring: Wiring
    account_id: int
    box: Box
    office: PostOffice
    now: datetime = NOW

    def session(self) -> Session:
        return Session(self.wiring.engine)

    def bill(
        self,
        number: str = "F-20311",
        amount: str = "84,20",
        contact: str = SERVICE,
        account_id: int | None = None,
    ) -> int:
        """A bill that came by mail; its contact as its text prints it."""
        words = f"Service client : {contact}" if contact else ""
        self.arrive(BILL.format(number=number, amount=amount, contact=words), account_id)
        with self.session() as session:
            return session.scalars(select(Bill.id).where(Bill.number == number)).one()

    def arrive(self, text: str, account_id: int | None = None) -> int:
        """A mail on the whole road; the number of its message."""
        raw = text.replace("\n", "\r\n").encode()
        number = post(self.wiring, account_id or self.account_id, raw)
        found = [line for line in text.splitlines() if line.lower().startswith("message-id:")]
        with self.session() as session, session.begin():
            row = session.get_one(Message, number)
            row.message_id = found[0].partition(":")[2].strip() if found else ""
            row.received_at = self.now
        assert travel(self.wiring, number) == "done"
        return number

    def sent_by(self, bill_id: int, sender: str) -> Update:
        """Says that the bill's mail came from `sender`."""
        mine = select(BillMessage.message_id).where(BillMessage.bill_id == bill_id)
        return update(Message).where(Message.id.in_(mine)).values(sender_address=sender)

    def hold(self, bill_id: int) -> None:
        with self.session() as session, session.begin():
            session.execute(update(Bill).where(Bill.id == bill_id).values(state=State.STOPPED))

    def set_up_mail(self, address: str = "alice@example.org") -> None:
        """The person's own mail account, tried at the real server."""
        office, login = self.office, self.office.credentials
        assert login is not None
        asked = MailAsked(
            address, "Alice Martin", office.host, office.port, Security.STARTTLS, login.user, login.secret,
            office.ca_pem,
        )  # fmt: skip
        add_mail(self.wiring, asked, self.now)

    def mail_port(self, port: int) -> None:
        """The mail account's server is at `port` from now on."""
        with self.session() as session, session.begin():
            session.execute(update(Outlet).values(port=port))

    def write(self, bill_id: int, about: About = About.QUESTION, **said: object) -> Prepared:
        """A letter by Alice, kept as the draft."""
        parts = {"lang": "en", "text": "Why is it so much?", "name": "Alice Martin", **said}
        return letter(self.wiring, bill_id, Asked(about, **parts), "", self.now)  # type: ignore[arg-type]

    def send(self, bill_id: int, *, again: bool = False) -> Carried:
        return post_letter(self.wiring, bill_id, self.now, again=again)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def talk(self, bill_id: int) -> Talk:
        return talk(self.wiring, bill_id)

    def rows(self, bill_id: int) -> list[MissiveRow]:
        return [told.row for told in self.talk(bill_id).told]

    def bills(self) -> int:
        with self.session() as session:
            return session.scalar(select(func.count()).select_from(Bill)) or 0


@contextmanager
def talk_house(url: str, home: Path) -> Iterator[TalkHouse]:
    """With a mail server, which is not set up yet."""
    home.mkdir(mode=0o700, exist_ok=True)
    with server(home, Security.STARTTLS) as (box, office), quiet_house(url, home) as house:
        house.box, house.office = box, office
        yield house


@contextmanager
def quiet_house(url: str, home: Path) -> Iterator[TalkHouse]:
    """Without a mail server: nothing is sent."""
    wiring = wiring_on(url, home)
    try:
        nowhere = PostOffice("127.0.0.1", 9, Security.STARTTLS)
        yield TalkHouse(wiring, account(wiring), Box(), nowhere)
    finally:
        wiring.engine.dispose()
