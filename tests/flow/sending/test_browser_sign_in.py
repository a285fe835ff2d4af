"""A mailbox that signs in through a browser sends with a token of its own, to its provider alone."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from sqlalchemy import select

from flow.sending.carry import send
from flow.sending.mail_account import add_mail
from flow.sending.prepare import Errand
from flow.sending.set_up import try_outlet
from flow.wiring import Wiring
from inbox.oauth import MICROSOFT, Authority
from models.errors.mailbox import TokenExpired
from models.errors.reminding import SendingUnallowed, SignInElsewhere
from models.security import Security
from models.tables import Account, Auth, DispatchState, Outlet
from notify.notice import Fate
from tests.flow.order_house import OrderHouse
from tests.flow.sending.conftest import Posted, letter
from tests.inbox.token_server import Answer, token_server
from tests.notify.post import Box, post

SENDING = "https://mail.example/SMTP.Send offline_access"


@dataclass
class TokenBox(Box):
    """A server that knows XOAUTH2 (developers.google.com/gmail/imap/xoauth2-protocol) and no password."""

    good: str = ""
    heard: list[str] = field(default_factory=list)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        said = base64.b64decode(args[1]).decode()
        self.heard.append(said)
        right = said == f"user=alice\1auth=Bearer {self.good}\1\1"
        return AuthResult(success=right, handled=False)


@dataclass
class Provider:
    """Hands out one token after the other; `allows` says whether it may be for sending."""

    box: TokenBox
    allows: bool = True
    always: Answer | None = None
    given: int = 0

    def respond(self, path: str, form: dict[str, str], _token: str) -> Answer:
        assert path == "/token"
        if self.always is not None:
            return self.always
        if "SMTP.Send" not in form["scope"] or not self.allows:
            return 400, {"error": "invalid_grant"}
        assert form["refresh_token"] == f"refresh-{self.given}"
        self.given += 1
        self.box.good = f"send-{self.given}"
        return 200, {
            "access_token": self.box.good, "refresh_token": f"refresh-{self.given}", "expires_in": 3600,
        }  # fmt: skip


@dataclass
class Browser:
    """Alice's mailbox, which signs in through a browser, and her provider."""

    posted: Posted
    provider: Provider

    @property
    def wiring(self) -> Wiring:
        return self.posted.house.wiring

    def add(self, **changes: Any) -> None:
        parts = {"password": None, "user": None, **changes}
        add_mail(self.wiring, self.posted.asked(**parts), self.posted.house.now)

    def kept(self) -> str:
        with self.posted.house.session() as session:
            secret = session.scalars(select(Account.secret)).one()
            return self.wiring.secrets.decrypt(secret or b"")


@pytest.fixture
def browser(
    house: OrderHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Browser]:
    with house.session() as session, session.begin():
        account = session.scalars(select(Account)).one()
        account.auth, account.user, account.host = Auth.OAUTH, "alice", "127.0.0.1"
        account.secret = house.wiring.secrets.encrypt("refresh-0")
    settings = replace(house.wiring.settings, oauth_client_id="client-1")
    house.wiring = replace(house.wiring, settings=settings)
    provider = Provider(box := TokenBox())
    with (
        token_server(provider.respond) as server,
        post(tmp_path, Security.STARTTLS, box=box, mechanisms=("PLAIN", "LOGIN")) as (_, office),
    ):
        authority = Authority(
            "Example", f"{server.url}/device", f"{server.url}/token", "imap", SENDING
        )
        monkeypatch.setattr("flow.sign_in.MICROSOFT", authority)
        yield Browser(Posted(house, box, office.port, office.ca_pem or ""), provider)


def test_it_sends_with_a_fresh_token_and_keeps_what_rotates(browser: Browser) -> None:
    browser.add()
    house = browser.posted.house
    done = send(browser.wiring, letter(), Errand("letter"), house.now)
    assert done.state is DispatchState.SENT
    assert try_outlet(browser.wiring, "alice@example.org", house.now).fate is Fate.ACCEPTED
    assert len(browser.provider.box.mails) == 2
    assert browser.kept() == "refresh-3"
    with house.session() as session:
        outlet = session.scalars(select(Outlet)).one()
        assert (outlet.secret, outlet.account_id is None) == (None, False)


def test_a_permission_that_covers_reading_alone_is_told_and_keeps_nothing(browser: Browser) -> None:
    browser.provider.allows = False
    with pytest.raises(SendingUnallowed, match="facteur connect alice@"):
        browser.add()
    assert (browser.kept(), browser.provider.box.heard) == ("refresh-0", [])
    with browser.posted.house.session() as session:
        assert session.scalars(select(Outlet)).all() == []


def test_a_permission_that_ends_later_leaves_the_message_waiting(browser: Browser) -> None:
    browser.add()
    browser.provider.allows = False
    done = send(browser.wiring, letter(), Errand("letter"), browser.posted.house.now)
    assert (done.state, done.problem and done.problem.code) == (
        DispatchState.WAITING, "sending_unallowed",
    )  # fmt: skip
    assert browser.provider.box.mails == []


def test_no_token_goes_to_another_server(browser: Browser) -> None:
    with pytest.raises(SignInElsewhere, match="provider's own server"):
        browser.add(host="localhost")
    assert (browser.provider.given, browser.provider.box.heard) == (0, [])
    browser.add()
    with browser.posted.house.session() as session, session.begin():
        session.scalars(select(Outlet)).one().host = "smtp.example.net"
    done = send(browser.wiring, letter(), Errand("letter"), browser.posted.house.now)
    assert done.problem is not None
    assert (done.problem.code, browser.provider.given) == ("sign_in_elsewhere", 1)


def test_a_token_that_the_mail_server_refuses_is_told(browser: Browser) -> None:
    browser.provider.box.good = "another"
    browser.provider.always = (200, {"access_token": "stale", "expires_in": 60})
    with pytest.raises(TokenExpired):
        browser.add()


def test_a_sign_in_asks_for_both_and_reading_for_reading_alone() -> None:
    both = MICROSOFT.all_scopes.split()
    assert [one.rpartition("/")[2] for one in both] == [
        "IMAP.AccessAsUser.All", "offline_access", "SMTP.Send",
    ]  # fmt: skip
    assert "SMTP.Send" not in MICROSOFT.scope
    assert MICROSOFT.for_sending().scope == MICROSOFT.sending
