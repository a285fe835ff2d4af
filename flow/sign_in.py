"""From an account's row to a Login: the secret is decrypted here, just before it is used."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import httpx
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from inbox.login import AccessToken, Login, Password, Secret
from inbox.oauth import (
    MICROSOFT,
    Application,
    DeviceCode,
    Token,
    finish_sign_in,
    refreshed,
    start_sign_in,
)
from models.database import reading
from models.errors.mailbox import LoginThrottled, SignInPending, TokenExpired
from models.errors.reminding import SendingUnallowed, SignInElsewhere
from models.errors.settings import SettingInvalid
from models.errors.store import SecretUnreadable
from models.security import Security
from models.tables import Account, Auth
from models.words import mark


def login_for(wiring: Wiring, account_id: int) -> Login:
    """What signs in to the account now; an OAuth account gets a fresh access token first.

    Raises SecretUnreadable, TokenExpired, ServerGone, ServerMisbehaved, LoginThrottled.
    """
    with Session(reading(wiring.engine)) as session:
        account = session.get_one(Account, account_id)
        if account.secret is None:
            raise SecretUnreadable
        kept = wiring.secrets.decrypt(account.secret)
        secret: Secret = Password(kept)
        if account.auth is Auth.OAUTH:
            secret = _access(wiring, account_id, account.user, kept, application(wiring))
        return Login(
            address=account.address,
            host=account.host,
            port=account.port,
            security=Security(account.security.value),
            user=account.user,
            secret=secret,
            ca_pem=account.ca_pem,
        )


def sending_token(wiring: Wiring, account_id: int) -> str:
    """A fresh access token that may hand mail in. A call outside: no transaction is open meanwhile.

    Raises SecretUnreadable, SignInElsewhere where the provider has none for that, SendingUnallowed,
    SettingInvalid, ServerGone, ServerMisbehaved, LoginThrottled.
    """
    app = application(wiring)
    sending = app.authority.for_sending()
    with Session(reading(wiring.engine)) as session:
        account = session.get_one(Account, account_id)
        user, address, secret = account.user, account.address, account.secret
    if not app.authority.sending:
        raise SignInElsewhere(address=address)
    if secret is None:
        raise SecretUnreadable
    try:
        kept = wiring.secrets.decrypt(secret)
        return _access(wiring, account_id, user, kept, replace(app, authority=sending)).value
    except TokenExpired as cause:
        raise SendingUnallowed(address=address) from cause


def _access(
    wiring: Wiring, account_id: int, user: str, refresh: str, app: Application
) -> AccessToken:
    """A fresh access token. The new refresh token is stored before the access token is used: they rotate."""
    with httpx.Client(timeout=30) as client:
        token = refreshed(client, app, refresh, user, datetime.now(UTC))
    if token.refresh != refresh:
        with Session(wiring.engine) as session, session.begin():
            session.get_one(Account, account_id).secret = wiring.secrets.encrypt(token.refresh)
    return AccessToken(token.access)


def application(wiring: Wiring) -> Application:
    """Facteur as whoever runs it registered it with the provider. Raises SettingInvalid."""
    client_id = wiring.settings.oauth_client_id
    if not client_id:
        why = mark("register an application with the provider and set its id")
        raise SettingInvalid(name="oauth_client_id", value="", why=why)
    return Application(MICROSOFT, client_id)


def sign_in_by_device(wiring: Wiring, tell: Callable[[DeviceCode], None]) -> Token:
    """Asks for a code, has `tell` show it, and waits until the person agreed in a browser.

    Raises SignInDeclined, SettingInvalid, ServerGone, ServerMisbehaved.
    """
    app = application(wiring)
    with httpx.Client(timeout=30) as client:
        code = start_sign_in(client, app, datetime.now(UTC))
        tell(code)
        pause = float(code.interval)
        while True:
            time.sleep(pause)
            try:
                return finish_sign_in(client, app, code, datetime.now(UTC))
            except SignInPending:
                continue
            except LoginThrottled:
                pause += 5  # RFC 8628 section 3.5
