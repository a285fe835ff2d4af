"""The web application: routes, limits, headers and what refuses."""

from asyncio import CancelledError, create_task, sleep
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address, ip_network

from litestar import Litestar, MediaType, Response, get, route
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.static_files import create_static_files_router
from litestar.stores.memory import MemoryStore

from flow.wiring import Wiring
from models.errors.problem import Problem
from web.asking import READS, Ask
from web.door import Door, DoorGiven
from web.feed import feed
from web.guard import STATIC_PATH, Headers, hosts_of
from web.hooks import stripe_notice
from web.pages import STATIC, Pages
from web.refusals import failure_told, problem_told, refusal_told
from web.shares import answer, share, shares, sheet

MOST_BODY = 64 * 1024
"""Bytes of a form or a notice."""
MOST_A_MINUTE = 120
"""Requests of one address, a page with its style and script being three."""
_COUNTS = "requests"
_SWEEP_SECONDS = 60
_PURPOSE = "the forms of the pages, 1"
_IPV6_HOME = 64
"""Bits of an IPv6 network that one household has."""


def application(wiring: Wiring, host: str, port: int) -> Litestar:
    """The application that answers at `host` and `port`, and at the public address of the settings."""
    address = wiring.settings.web_address
    door = Door(wiring, Pages(wiring.settings.lang))
    over_https = address.startswith("https:")
    static = create_static_files_router(
        STATIC_PATH, [STATIC], cache_control=CacheControlHeader(max_age=3600)
    )
    return Litestar(
        [home, robots, shares, share, sheet, answer, feed, stripe_notice, static],
        allowed_hosts=AllowedHostsConfig(hosts_of(host, port, address), www_redirect=False),
        before_send=[Headers(over_https=over_https)],
        csrf_config=_forms(wiring, over_https=over_https),
        debug=False,
        dependencies={"door": Provide(lambda: door, sync_to_thread=False)},
        exception_handlers={
            Problem: problem_told,
            HTTPException: refusal_told,
            Exception: failure_told,
        },
        lifespan=[_sweeping],
        logging_config=None,
        middleware=[
            RateLimitConfig(
                ("minute", MOST_A_MINUTE), identifier_for_request=_who, store=_COUNTS
            ).middleware
        ],
        openapi_config=None,
        request_max_body_size=MOST_BODY,
        state=State({"door": door}),
    )


@route("/", http_method=READS, sync_to_thread=True)
def home(request: Ask, door: DoorGiven) -> Response[str]:
    """Says what this is, and how one gets further."""
    return door.pages.page(request, "home.html")


@get("/robots.txt", media_type=MediaType.TEXT, sync_to_thread=False)
def robots() -> str:
    """Nothing here is for search engines."""
    return "User-agent: *\nDisallow: /\n"


@asynccontextmanager
async def _sweeping(app: Litestar) -> AsyncIterator[None]:
    """Addresses that stopped asking are forgotten, or a crowd of them would fill the memory."""
    store = MemoryStore()
    app.stores.register(_COUNTS, store, allow_override=True)

    async def sweep() -> None:
        while True:
            await sleep(_SWEEP_SECONDS)
            await store.delete_expired()

    task = create_task(sweep())
    try:
        yield
    finally:
        task.cancel()
        with suppress(CancelledError):
            await task


def _forms(wiring: Wiring, *, over_https: bool) -> CSRFConfig:
    """Forms carry what the cookie says. The key names the cookie: one of an older key would stay."""
    key = wiring.secrets.derived(_PURPOSE)[0].hex()
    return CSRFConfig(
        secret=key[:48],
        cookie_name=f"facteur-form-{key[48:]}",
        cookie_secure=over_https,
        cookie_httponly=True,
        cookie_samesite="strict",
    )


def _who(request: Ask) -> str:
    """Whose requests are counted together: an address, of IPv6 the network of a household."""
    host = request.client.host if request.client else ""
    try:
        found = ip_address(host)
    except ValueError:
        return host
    if found.version == 4:  # noqa: PLR2004
        return host
    return str(ip_network((found, _IPV6_HOME), strict=False))
