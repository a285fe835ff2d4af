"""Signing in without a password, against a real HTTP server and a real Dovecot that asks it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from inbox.connect import AccessToken, open_session
from inbox.oauth import (
    MAX_LIFETIME,
    MICROSOFT,
    Application,
    Authority,
    DeviceCode,
    finish_sign_in,
    refreshed,
    start_sign_in,
)
from models.errors.mailbox import (
    LoginThrottled,
    ServerGone,
    ServerMisbehaved,
    SignInDeclined,
    SignInPending,
    TokenExpired,
)
from models.errors.problem import Problem
from tests.dovecot import running
from tests.inbox.token_server import Answer, TokenServer, token_server

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
GRANTED = {"access_token": "tell-nobody", "refresh_token": "next", "expires_in": 3600}
CODE = DeviceCode(
    "device-1", "ABCD-EFGH", "https://example.org/device", 5, NOW + timedelta(minutes=15)
)


def _app(server: TokenServer) -> Application:
    authority = Authority("Example", f"{server.url}/device", f"{server.url}/token", "imap offline")
    return Application(authority, "client-1")


def test_the_person_is_shown_a_code_and_waited_for() -> None:
    waiting = [{"error": "authorization_pending"}, {"error": "slow_down"}]

    def respond(path: str, form: dict[str, str], _token: str) -> Answer:
        if path == "/device":
            uri = "https://example.org/device"
            given = {"device_code": "device-1", "user_code": "ABCD-EFGH", "verification_uri": uri}
            return 200, {**given, "interval": 5, "expires_in": 900}
        return (400, waiting.pop(0)) if waiting else (200, GRANTED)

    with token_server(respond) as server, httpx.Client() as client:
        app = _app(server)
        code = start_sign_in(client, app, NOW)
        assert code == CODE
        with pytest.raises(SignInPending, match="ABCD-EFGH"):
            finish_sign_in(client, app, code, NOW)
        with pytest.raises(LoginThrottled):
            finish_sign_in(client, app, code, NOW)
        token = finish_sign_in(client, app, code, NOW)
        assert (token.access, token.refresh) == ("tell-nobody", "next")
        assert token.expires_at == NOW + timedelta(hours=1)
        assert server.asked[0] == ("/device", {"client_id": "client-1", "scope": "imap offline"})
        grant = "urn:ietf:params:oauth:grant-type:device_code"
        form = {"client_id": "client-1", "device_code": "device-1", "grant_type": grant}
        assert server.asked[-1] == ("/token", form)
        with pytest.raises(SignInDeclined):
            finish_sign_in(client, app, code, NOW + timedelta(minutes=15))


_ENDS: list[tuple[int, object, type[Problem]]] = [
    (400, {"error": "access_denied"}, SignInDeclined),
    (400, {"error": "authorization_declined"}, SignInDeclined),
    (400, {"error": "expired_token"}, SignInDeclined),
    (400, {"error": "invalid_client"}, ServerMisbehaved),
    (200, {"token_type": "Bearer"}, ServerMisbehaved),
    (200, ["no", "object"], ServerMisbehaved),
    (200, b"<html>proxy</html>", ServerMisbehaved),
    (429, {}, LoginThrottled),
    (503, {}, ServerGone),
]


@pytest.mark.parametrize(("status", "said", "kind"), _ENDS)
def test_each_end_of_a_sign_in_has_its_name(status: int, said: object, kind: type[Problem]) -> None:
    with (
        token_server(lambda *_: (status, said)) as server,
        httpx.Client() as client,
        pytest.raises(Problem) as met,
    ):
        finish_sign_in(client, _app(server), CODE, NOW)
    assert type(met.value) is kind


def test_a_refresh_token_that_rotates_is_given_back_and_an_old_one_kept() -> None:
    answers: list[dict[str, object]] = [dict(GRANTED), {"access_token": "b", "expires_in": 10**9}]
    with (
        token_server(lambda *_: (200, answers.pop(0))) as server,
        httpx.Client() as client,
    ):
        first = refreshed(client, _app(server), "old", "alice", NOW)
        second = refreshed(client, _app(server), first.refresh, "alice", NOW)
        assert [form["refresh_token"] for _, form in server.asked] == ["old", "next"]
    assert second.refresh == "next"
    assert second.expires_at == NOW + timedelta(seconds=MAX_LIFETIME)
    assert "tell-nobody" not in repr(first)


def test_a_permission_taken_back_asks_the_person_to_sign_in_again() -> None:
    with (
        token_server(lambda *_: (400, {"error": "invalid_grant"})) as server,
        httpx.Client() as client,
        pytest.raises(TokenExpired, match="alice"),
    ):
        refreshed(client, _app(server), "old", "alice", NOW)


def test_no_secret_travels_with_the_problem() -> None:
    nowhere = Authority("Example", "http://127.0.0.1:1/device", "http://127.0.0.1:1/token", "imap")
    with httpx.Client() as client, pytest.raises(ServerGone) as met:
        refreshed(client, Application(nowhere, "client-1"), "tell-nobody", "alice", NOW)
    assert met.value.__cause__ is None
    assert met.value.__suppress_context__


def test_microsoft_is_asked_over_https_for_imap_and_a_refresh_token() -> None:
    assert MICROSOFT.token_url.startswith("https://login.microsoftonline.com/consumers/")
    assert "offline_access" in MICROSOFT.scope


def _introspect(_path: str, _form: dict[str, str], token: str) -> Answer:
    if token == "trouble":
        return 500, {}
    return 200, {"active": token == "good", "email": "alice"}


def test_a_real_server_takes_a_good_token_and_refuses_an_old_one(tmp_path: Path) -> None:
    with token_server(_introspect) as tokens:
        setup = tmp_path / "oauth.conf"
        tmp_path.chmod(0o755)
        setup.write_text(
            f"introspection_mode = auth\nintrospection_url = {tokens.url}/introspect\n"
            "username_attribute = email\nactive_attribute = active\nactive_value = true\n"
        )
        extra = f"passdb {{\n  driver = oauth2\n  mechanisms = xoauth2\n  args = {setup}\n}}\n"
        with running(extra=extra, mechanisms="plain login xoauth2") as server:
            with open_session(server.login(secret=AccessToken("good"))) as session:
                assert session.open("INBOX").messages == 0
            with pytest.raises(TokenExpired), open_session(server.login(secret=AccessToken("old"))):
                pass
            with (
                pytest.raises(LoginThrottled),
                open_session(server.login(secret=AccessToken("trouble"))),
            ):
                pass
