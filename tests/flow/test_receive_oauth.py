"""An account without a password: its permission is renewed, stored, and missed when it is taken back."""

from pathlib import Path

import pytest
from sqlalchemy import update

from inbox.oauth import Authority
from models.errors.mailbox import TokenExpired
from models.tables import Account, Auth
from tests.dovecot import running
from tests.flow.house import House, house
from tests.inbox.token_server import Answer, token_server
from tests.mails import mails


def _stored_secret(home: House) -> str:
    kept = home.account().secret
    assert kept is not None
    return home.wiring.secrets.decrypt(kept)


def test_the_refresh_token_rotates_and_an_end_of_permission_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"refresh-0": ("access-1", "refresh-1"), "refresh-1": ("access-2", "refresh-2")}

    def respond(path: str, form: dict[str, str], token: str) -> Answer:
        if path == "/introspect":
            return 200, {"active": token.startswith("access-"), "email": "alice"}
        pair = known.pop(form["refresh_token"], None)
        if pair is None:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": pair[0], "refresh_token": pair[1], "expires_in": 3600}

    with token_server(respond) as tokens:
        authority = Authority("Example", f"{tokens.url}/device", f"{tokens.url}/token", "imap")
        monkeypatch.setattr("flow.sign_in.MICROSOFT", authority)
        setup = tmp_path / "oauth.conf"
        setup.write_text(
            f"introspection_mode = auth\nintrospection_url = {tokens.url}/introspect\n"
            "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
        )
        extra = f"passdb {{\n  driver = oauth2\n  mechanisms = xoauth2\n  args = {setup}\n}}\n"
        with (
            running(extra=extra, mechanisms="plain login xoauth2") as server,
            house(tmp_path / "home", server.login(), oauth_client_id="client-1") as home,
        ):
            server.deliver(*mails(2))
            secret = home.wiring.secrets.encrypt("refresh-0")
            with home.session() as session, session.begin():
                session.execute(update(Account).values(auth=Auth.OAUTH, secret=secret))
            assert home.receive().new == 2
            assert _stored_secret(home) == "refresh-1"
            home.receive()
            assert _stored_secret(home) == "refresh-2"
            for _ in range(4):
                with pytest.raises(TokenExpired):
                    home.receive()
            assert (home.account().failures, home.account().failed_code) == (3, "token_expired")
            assert _stored_secret(home) == "refresh-2"
