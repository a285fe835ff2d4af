"""Signing in without a password: device authorization (RFC 8628) and refresh (RFC 6749 section 6).

Two HTTP posts suffice, so no library is carried for them. The client id comes from the settings; it
is registered once by whoever runs Facteur.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import httpx

from models.errors.mailbox import (
    LoginThrottled,
    ServerGone,
    ServerMisbehaved,
    SignInDeclined,
    SignInPending,
    TokenExpired,
)

_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_TOO_MANY, _TROUBLE = 429, 500
MAX_LIFETIME = 24 * 3600
"""Seconds. What a server says of a token's life is believed up to a day."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a provider hands out tokens, and for what: reading, and (`sending`) handing mail in.

    The person agrees to both at once; who agreed to reading alone, before there was more, still reads.
    """

    name: str
    device_url: str
    token_url: str
    scope: str
    sending: str = ""

    @property
    def all_scopes(self) -> str:
        """What the person is asked to agree to."""
        return " ".join(dict.fromkeys(f"{self.scope} {self.sending}".split()))

    def for_sending(self) -> "Authority":
        """The same, asked for tokens that hand mail in."""
        return replace(self, scope=self.sending)


MICROSOFT = Authority(
    name="Microsoft",
    device_url="https://login.microsoftonline.com/consumers/oauth2/v2.0/devicecode",
    token_url="https://login.microsoftonline.com/consumers/oauth2/v2.0/token",  # noqa: S106
    scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
    sending="https://outlook.office.com/SMTP.Send offline_access",
)


@dataclass(frozen=True, slots=True)
class Application:
    """Facteur as the provider knows it: `client_id` was registered there, it is no secret."""

    authority: Authority
    client_id: str


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the person types where. `interval` is the least number of seconds between two questions."""

    device_code: str = field(repr=False)
    user_code: str
    url: str
    interval: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Token:
    """`refresh` may be a new one each time: whoever calls stores it before using `access`."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime


def start_sign_in(client: httpx.Client, app: Application, now: datetime) -> DeviceCode:
    """Ask for a code that the person types into a browser anywhere.

    Raises ServerGone, ServerMisbehaved, LoginThrottled.
    """
    authority = app.authority
    asked = {"client_id": app.client_id, "scope": authority.all_scopes}
    said = _post(client, authority, authority.device_url, asked)
    url = said.get("verification_uri") or said.get("verification_url")
    if "error" in said or not url or not said.get("device_code") or not said.get("user_code"):
        raise ServerMisbehaved(host=authority.name)
    return DeviceCode(
        device_code=str(said["device_code"]),
        user_code=str(said["user_code"]),
        url=str(url),
        interval=max(1, min(_whole(said.get("interval"), 5), 60)),
        expires_at=now + _lifetime(said),
    )


def finish_sign_in(
    client: httpx.Client, app: Application, code: DeviceCode, now: datetime
) -> Token:
    """The token, once the person agreed. Ask again after `code.interval` seconds on SignInPending.

    Raises SignInPending, LoginThrottled (ask 5 s less often, RFC 8628 section 3.5), SignInDeclined,
    ServerGone, ServerMisbehaved.
    """
    if now >= code.expires_at:
        raise SignInDeclined
    authority = app.authority
    asked = {
        "grant_type": _DEVICE_GRANT,
        "client_id": app.client_id,
        "device_code": code.device_code,
    }
    said = _post(client, authority, authority.token_url, asked)
    match said.get("error"):
        case None:
            return _token(authority, said, now, refresh="")
        case "authorization_pending":
            raise SignInPending(url=code.url, user_code=code.user_code)
        case "slow_down":
            raise LoginThrottled(host=authority.name)
        case "authorization_declined" | "access_denied" | "expired_token" | "bad_verification_code":
            raise SignInDeclined
        case _:
            raise ServerMisbehaved(host=authority.name)


def refreshed(
    client: httpx.Client, app: Application, refresh: str, user: str, now: datetime
) -> Token:
    """A fresh access token, and the refresh token to store from now on (they rotate).

    Raises TokenExpired when the person has to sign in again, ServerGone, ServerMisbehaved,
    LoginThrottled.
    """
    authority = app.authority
    asked = {
        "grant_type": "refresh_token",
        "client_id": app.client_id,
        "refresh_token": refresh,
        "scope": authority.scope,
    }
    said = _post(client, authority, authority.token_url, asked)
    if said.get("error") in {"invalid_grant", "interaction_required", "consent_required"}:
        raise TokenExpired(user=user)
    if "error" in said:
        raise ServerMisbehaved(host=authority.name)
    return _token(authority, said, now, refresh=refresh)


def _post(
    client: httpx.Client, authority: Authority, url: str, form: dict[str, str]
) -> dict[str, Any]:
    try:
        answer = client.post(url, data=form, headers={"Accept": "application/json"})
    except httpx.HTTPError:
        # Not chained: the cause carries the request, and the request the secret.
        raise ServerGone(host=authority.name) from None
    if answer.status_code == _TOO_MANY:
        raise LoginThrottled(host=authority.name)
    if answer.status_code >= _TROUBLE:
        raise ServerGone(host=authority.name)
    try:
        said = answer.json()
    except ValueError:
        raise ServerMisbehaved(host=authority.name) from None
    if not isinstance(said, dict):
        raise ServerMisbehaved(host=authority.name)
    return said


def _token(authority: Authority, said: dict[str, Any], now: datetime, *, refresh: str) -> Token:
    access = said.get("access_token")
    fresh = said.get("refresh_token") or refresh
    if not isinstance(access, str) or not access or not isinstance(fresh, str):
        raise ServerMisbehaved(host=authority.name)
    return Token(access=access, refresh=fresh, expires_at=now + _lifetime(said))


def _lifetime(said: dict[str, Any]) -> timedelta:
    return timedelta(seconds=max(0, min(_whole(said.get("expires_in"), 900), MAX_LIFETIME)))


def _whole(value: object, otherwise: int) -> int:
    try:
        return int(str(value))
    except ValueError:
        return otherwise
