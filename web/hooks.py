"""A payment provider's notifications: checked by their signature over the very bytes, then looked into."""

import logging

from litestar import MediaType, Response, post
from litestar.params import RawBody

from flow.collect.notice import take_notice
from models.database import told_apart
from models.errors.problem import Problem
from models.errors.providers import NoticeForged
from web.asking import Ask
from web.door import DoorGiven

log = logging.getLogger("facteur.web")


@post("/hooks/stripe", exclude_from_csrf=True, sync_to_thread=True)
def stripe_notice(request: Ask, body: RawBody, door: DoorGiven) -> Response[str]:
    """200: heard. 400: no payee of ours signed it. 503: it could not be looked into, send it again."""
    signature = request.headers.get("stripe-signature", "")
    try:
        with told_apart(door.wiring.settings.url):
            take_notice(door.wiring, body, signature, door.now())
    except NoticeForged:
        return _answer(400, "not signed by a payee here")
    except Problem as problem:
        log.warning("a notification waits: %s", problem.code)
        return _answer(503, "later")
    return _answer(200, "heard")


def _answer(status: int, words: str) -> Response[str]:
    return Response(words, status_code=status, media_type=MediaType.TEXT)
