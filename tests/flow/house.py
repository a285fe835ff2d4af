"""A household in a box: a real database, real originals, one account on a real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.receive import Received, receive_account
from flow.sandbox import Sandbox
from flow.settings import Settings
from flow.wiring import Wiring
from inbox.login import Login
from models.database import home_url, open_engine
from models.migrate import upgrade
from models.originals import Originals
from models.secrets import Secrets
from models.security import Security
from models.tables import Account, Auth, Location, Mailbox, Message


@dataclass
class House:
    """`jobs` holds what was put on the road, in order."""

    wiring: Wiring
    account_id: int
    jobs: list[int] = field(default_factory=list)

    def receive(self, folder: str | None = None) -> Received:
        return receive_account(
            self.wiring,
            self.account_id,
            folder,
            enqueue=lambda _session, number: self.jobs.append(number),
        )

    def session(self) -> Session:
        return Session(self.wiring.engine)

    def stored(self) -> dict[str, list[bytes]]:
        """Folder to the originals of the mails that lie there, as the database says."""
        found: dict[str, list[bytes]] = {}
        query = (
            select(Mailbox.name, Message.original)
            .join(Location, Location.mailbox_id == Mailbox.id)
            .join(Message, Message.id == Location.message_id)
            .where(Mailbox.account_id == self.account_id)
            .order_by(Mailbox.name, Location.uidvalidity, Location.uid)
        )
        with self.session() as session:
            for name, digest in session.execute(query):
                found.setdefault(name, []).append(self.wiring.originals.read(digest))
        return found

    def messages(self) -> list[int]:
        with self.session() as session:
            mine = Message.account_id == self.account_id
            return list(session.scalars(select(Message.id).where(mine).order_by(Message.id)))

    def account(self) -> Account:
        with self.session() as session:
            return session.get_one(Account, self.account_id)


def add_account(wiring: Wiring, login: Login) -> int:
    """A connected account that files mail."""
    with Session(wiring.engine) as session, session.begin():
        account = Account(
            address=login.address,
            host=login.host,
            port=login.port,
            security=Security(login.security.value),
            user=login.user,
            ca_pem=login.ca_pem,
            auth=Auth.PASSWORD,
            secret=wiring.secrets.encrypt(login.secret.value),
            files_mail=True,
            created_at=datetime.now(UTC),
        )
        session.add(account)
        session.flush()
        return account.id


@contextmanager
def wiring_at(
    home: Path, url: str = "", key: str = "", oauth_client_id: str = ""
) -> Iterator[Wiring]:
    """A Wiring on `url` (SQLite in `home` by default); the key is made where none is given."""
    home.mkdir(exist_ok=True)
    address = url or home_url(home)
    settings = Settings(home=home, database_url=address, oauth_client_id=oauth_client_id)
    upgrade(settings.url)
    engine = open_engine(settings.url)
    sandbox = Sandbox(1, 60, 1280)
    try:
        secrets = Secrets(key or Fernet.generate_key().decode())
        yield Wiring(settings, engine, Originals(settings.originals), secrets, sandbox)
    finally:
        sandbox.close()
        engine.dispose()


@contextmanager
def house(home: Path, login: Login, url: str = "", oauth_client_id: str = "") -> Iterator[House]:
    with wiring_at(home, url, oauth_client_id=oauth_client_id) as wiring:
        yield House(wiring, add_account(wiring, login))
