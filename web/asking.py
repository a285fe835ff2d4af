"""A request, by the one type that handlers name."""

from typing import Any, get_args

from litestar import HttpMethod, Request
from litestar.datastructures import State

from models.words import Lang

Ask = Request[Any, Any, State]
"""Without users and sessions: a link says who asks."""
READS = (HttpMethod.GET, HttpMethod.HEAD)
"""What every page answers: some programs look before they load."""
LANGS: tuple[str, ...] = get_args(Lang)


def asked_in(request: Ask) -> str:
    """ "?lang=fr" when the address names one of our languages, to be kept in the next one; else ""."""
    named = request.query_params.get("lang", "")
    return f"?lang={named}" if named in LANGS else ""
