"""Connecting a mailbox: the login is tried before anything is kept, the secret is kept encrypted."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import free_drawer
from flow.sign_in import login_for
from flow.wiring import Wiring
from inbox.connect import Login, open_session
from inbox.folders import list_folders
from models.journal import append
from models.security import Security
from models.tables import Account, Auth, Lease


@dataclass(frozen=True, slots=True)
class Connected:
    """What a first look at the mailbox told."""

    account_id: int
    address: str
    folders: tuple[str, ...]


def connect(
    wiring: Wiring, login: Login, *, secret: str, auth: Auth, files_mail: bool, ca_pem: str | None
) -> Connected:
    """Signs in, lists the folders, then stores the account; connecting again replaces the secret.

    `secret` is what is stored: the password, or the OAuth refresh token. Raises the Problem of the
    login; then nothing is stored.
    """
    with open_session(login) as remote:
        found = list_folders(remote)
        gmail = remote.supports("X-GM-EXT-1")
    with Session(wiring.engine) as session, session.begin():
        known = session.scalar(select(Account).where(Account.address == login.address))
        account = known or free_drawer(session)
        if account is None:
            account = Account(created_at=datetime.now(UTC))
            session.add(account)
        account.address = login.address
        account.host, account.port = login.host, login.port
        account.security, account.user = Security(login.security.value), login.user
        account.auth, account.secret = auth, wiring.secrets.encrypt(secret)
        account.ca_pem, account.gmail = ca_pem, gmail
        account.delimiter = found.layout.delimiter
        account.files_mail = files_mail
        account.root_folder = wiring.settings.root_folder
        account.folder_lang = wiring.settings.folder_lang
        account.failures, account.failed_code, account.wait_until = 0, None, None
        session.flush()
        if session.get(Lease, account.id) is None:
            session.add(Lease(account_id=account.id))
        append(
            session,
            "person",
            "mailbox_connected",
            f"account {account.id}",
            where="cli",
            detail={"host": login.host, "files_mail": files_mail},
        )
        return Connected(account.id, account.address, tuple(folder.path for folder in found.all))


def folder_counts(wiring: Wiring, account_id: int) -> dict[str, int]:
    """Folder to number of messages, as the person's mail program shows them."""
    with open_session(login_for(wiring, account_id)) as remote:
        found = [folder for folder in list_folders(remote).all if folder.selectable]
        return {folder.path: remote.open(folder.name).messages for folder in found}
