"""The SDK as it is used here: no telemetry, no module-level state, no hidden retry, bounded answers.

The SDK's own HTTP clients follow redirects, read answers of any length, and name the machine, the
platform and the tools around it in their headers. This one sends the key to one host and nothing more
than the call needs.
"""

import logging
import time
from collections.abc import Mapping
from typing import Any, Final

import httpx
import stripe

from pay.rails.stripe.account import LIVE_BASE, StripeAccount

stripe.enable_telemetry = False
# The only switch there is: else the SDK writes an id under ~/.config and sends it with the platform.
logging.getLogger("stripe").setLevel(logging.WARNING)
# Below it the SDK logs every body, with the payer's name and address in it.

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 20.0
WHOLE_SECONDS: Final = 40.0
"""Of one call, however slowly the answer drips."""
MOST_BYTES: Final = 4_000_000
"""Of one answer: a list of 100 sessions is about 400,000."""
RETRIES: Final = 0
"""Of the SDK, whose default is 2: what became of a call is looked up, and a look-up is asked again later."""
_SENT = ("authorization", "content-type", "idempotency-key", "stripe-version")
_KEPT = ("request-id", "idempotent-replayed", "stripe-should-retry")


class NotSent(Exception):  # noqa: N818 - says what is known
    """No connection came about: Stripe has not seen this call."""


class AnswerLost(Exception):  # noqa: N818 - says what is known
    """The call left; whether Stripe saw it is not known."""


class Wire(stripe.HTTPClient):
    """HTTP for the SDK through httpx. Raises NotSent or AnswerLost."""

    name = "httpx"

    def __init__(self, client: httpx.Client, seconds: float) -> None:
        super().__init__()
        self._client = client
        self._seconds = seconds

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        *,
        _usage: list[str] | None = None,
    ) -> tuple[str, int, Mapping[str, str]]:
        """One call: body, status and the few headers that are of use."""
        sent = {name: value for name, value in (headers or {}).items() if name.lower() in _SENT}
        try:
            with self._client.stream(method, url, headers=sent, content=post_data) as answer:
                kept = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
                body = self._body(answer, time.monotonic() + self._seconds)
                return body.decode(errors="replace"), answer.status_code, httpx.Headers(kept)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as cause:
            raise NotSent from cause
        except (httpx.HTTPError, httpx.StreamError) as cause:
            raise AnswerLost from cause

    def _body(self, answer: httpx.Response, until: float) -> bytes:
        body = bytearray()
        for piece in answer.iter_bytes():
            body += piece
            if len(body) > MOST_BYTES or time.monotonic() > until:
                raise AnswerLost
        return bytes(body)

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()


def open_wire(
    account: StripeAccount,
    read_seconds: float = READ_SECONDS,
    whole_seconds: float = WHOLE_SECONDS,
) -> Wire:
    """Connections for `account`; a proxy of the environment is used for the real host alone."""
    timeout = httpx.Timeout(read_seconds, connect=CONNECT_SECONDS)
    real = account.base == LIVE_BASE
    client = httpx.Client(timeout=timeout, trust_env=real, follow_redirects=False)
    return Wire(client, whole_seconds)


def open_client(account: StripeAccount, wire: Wire) -> stripe.StripeClient:
    """A client of its own: key, addresses and retries stand in it and nowhere else."""
    return stripe.StripeClient(
        account.key,
        # All four, or some call would leave for the real host.
        base_addresses={
            "api": account.base,
            "connect": account.base,
            "files": account.base,
            "meter_events": account.base,
        },
        max_network_retries=RETRIES,
        http_client=wire,
    )
