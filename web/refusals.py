"""What went wrong, as a page that says it in one sentence and leads somewhere; the log gets no address."""

import logging
import traceback
from urllib.parse import quote

from litestar import Response
from litestar.exceptions import (
    HTTPException,
    NotFoundException,
    PermissionDeniedException,
    TooManyRequestsException,
)
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE

from models.errors.files import DiskFull
from models.errors.household import LinkClosed, NothingHere, RightMissing, WordOfAnother
from models.errors.problem import Problem
from models.errors.store import StoreLocked, StoreUnreachable
from models.errors.values import NotFound
from models.words import mark
from web.asking import Ask
from web.door import Door

log = logging.getLogger("facteur.web")
_STATUS: tuple[tuple[type[Problem], int], ...] = (
    (LinkClosed, 404),
    (NothingHere, 404),
    (NotFound, 404),
    (RightMissing, 403),
    (WordOfAnother, 403),
    (StoreLocked, 503),
    (StoreUnreachable, 503),
    (DiskFull, 507),
)
_CONFLICT = 409
_PARTS = len(("", "s", "token", "bill", "act"))
_SENTENCES: dict[type[HTTPException], str] = {
    NotFoundException: mark("There is no such page here."),
    PermissionDeniedException: mark("This page was open for too long: go back and load it again."),
    TooManyRequestsException: mark("Too many requests at once: wait a minute, then try again."),
}
_TOO_LONG = mark("This is longer than what is taken here: go back and say it in fewer words.")
_WRONG = mark("This could not be understood: go back and try again.")
_FAILED = mark("Something went wrong here, and nothing was changed. Try again in a moment.")


def door_of(request: Ask) -> Door:
    """The door of the running application."""
    door = request.app.state.door
    if not isinstance(door, Door):
        raise TypeError("web.app.application makes the state")
    return door


def problem_told(request: Ask, problem: Problem) -> Response[str]:
    """A Problem: its own sentence, or for what is not there one that does not say what was looked for."""
    status = next((code for kind, code in _STATUS if isinstance(problem, kind)), _CONFLICT)
    told = NothingHere() if isinstance(problem, NotFound) else problem
    pages = door_of(request).pages
    return _page(request, status, told.told(pages.lang_for(request)))


def refusal_told(request: Ask, refusal: HTTPException) -> Response[str]:
    """What Litestar refuses before a handler is asked."""
    long = refusal.status_code == HTTP_413_REQUEST_ENTITY_TOO_LARGE
    sentence = _TOO_LONG if long else _SENTENCES.get(type(refusal), _WRONG)
    response = _page(request, refusal.status_code, sentence)
    response.headers.update(refusal.headers or {})
    return response


def failure_told(request: Ask, failure: Exception) -> Response[str]:
    """Anything unforeseen. The log tells where it happened, not its message, which may hold a secret."""
    places = "".join(traceback.format_tb(failure.__traceback__))
    log.error("a page failed: %s\n%s", type(failure).__name__, places)
    return _page(request, 500, _FAILED)


def _page(request: Ask, status: int, sentence: str) -> Response[str]:
    pages = door_of(request).pages
    back = _back(request)
    return pages.page(
        request, "refused.html", status=status, sentence=sentence, back=back, here=back or "/"
    )


def _back(request: Ask) -> str:
    """The page that a form was on: the share, without the word behind it."""
    parts = request.url.path.split("/")
    if request.method != "POST" or len(parts) != _PARTS or parts[:2] != ["", "s"]:
        return ""
    return quote("/".join(parts[:4]))
