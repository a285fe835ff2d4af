"""Headers of every answer, and the hosts that may be asked for: a page shows nothing to other sites."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""No inline script or style, nothing from another host, in no frame (CSP level 3)."""
_HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": "no-referrer",  # an address holds a secret
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
}
_A_YEAR = "max-age=31536000"
STATIC_PATH = "/static"


class Headers:
    """Sets the headers of each answer, those of errors too; over HTTPS also that it stays HTTPS."""

    def __init__(self, *, over_https: bool) -> None:
        transport = {"strict-transport-security": _A_YEAR} if over_https else {}
        self._always = {**_HEADERS, **transport}

    async def __call__(self, message: Message, _scope: Scope) -> None:
        """A hook of Litestar (before_send)."""
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in self._always.items():
            headers[name] = value
        headers.setdefault("cache-control", "no-store")


def hosts_of(host: str, port: int, address: str) -> list[str]:
    """What the Host header may say: this machine's own names, and the public address.

    Against pages of other sites whose name was made to point here (DNS rebinding).
    """
    named = {"localhost", "127.0.0.1", "[::1]", _bracketed(host)} - {"0.0.0.0", "[::]"}  # noqa: S104
    own = {name if port == 80 else f"{name}:{port}" for name in named}  # noqa: PLR2004
    public = {urlsplit(address).netloc} if address else set()
    return sorted(own | public)


def _bracketed(host: str) -> str:
    """An address of IPv6 as a URL writes it."""
    try:
        return f"[{host}]" if ip_address(host).version == 6 else host  # noqa: PLR2004
    except ValueError:
        return host
