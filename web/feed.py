"""The calendar of due dates at its secret address: /calendar/<secret>.ics."""

from hashlib import sha256

from litestar import Response, route
from litestar.params import FromPath
from sqlalchemy.orm import Session

from flow.feed import feed_for
from models.database import reading, told_apart
from models.errors.household import LinkClosed
from web.asking import READS, Ask
from web.door import DoorGiven

_ENDING = ".ics"
_TYPE = "text/calendar"


@route("/calendar/{name:str}", http_method=READS, exclude_from_csrf=True, sync_to_thread=True)
def feed(request: Ask, name: FromPath[str], door: DoorGiven) -> Response[bytes]:
    """The calendar, or 304 for a subscriber who has it as it is. Raises LinkClosed."""
    secret = name.removesuffix(_ENDING)
    if secret == name or not secret.isascii():
        raise LinkClosed
    wiring = door.wiring
    with told_apart(wiring.settings.url), Session(reading(wiring.engine)) as session:
        data = feed_for(session, secret, door.now(), wiring.settings.sure)
    if data is None:
        raise LinkClosed
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    known = tag in request.headers.get("if-none-match", "")
    return Response(
        b"" if known else data,
        status_code=304 if known else 200,
        media_type=_TYPE,
        headers={"etag": tag, "content-disposition": 'inline; filename="facteur.ics"'},
    )
