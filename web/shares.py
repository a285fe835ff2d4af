"""The private pages of somebody without an account: /s/<link>, their shares and each one of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from litestar import Response, post, route
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER
from sqlalchemy.orm import Session

from flow.household.back_sheet import picture_of
from flow.household.consent import approve, dispute
from flow.household.link_door import acting_by, bank_day, looking_by
from flow.household.pay_back import announce_back, back_settlement
from flow.household.rights import Actor
from flow.household.settling import sent, withdraw
from flow.household.share_links import Opened
from flow.household.share_page import own_shares, share_page
from models.errors.household import NothingHere
from web.asking import READS, Ask, asked_in
from web.door import Door, DoorGiven

Form = URLEncodedBody[dict[str, str]]
_MOST_DIGITS = 18


@route("/s/{token:str}", http_method=READS, sync_to_thread=True)
def shares(request: Ask, token: FromPath[str], door: DoorGiven) -> Response[str]:
    """One share, or the list of all that the link's holder has."""
    with looking_by(door.wiring, token, door.now()) as (session, opened):
        if opened.bill_id is None:
            rows, name = own_shares(session, opened), opened.actor.name
            return door.pages.page(request, "shares.html", token=token, rows=rows, name=name)
        return _share(request, door, token, (session, opened), opened.bill_id)


@route("/s/{token:str}/{bill_id:int}", http_method=READS, sync_to_thread=True)
def share(
    request: Ask, token: FromPath[str], bill_id: FromPath[int], door: DoorGiven
) -> Response[str]:
    """One share."""
    with looking_by(door.wiring, token, door.now()) as (session, opened):
        return _share(request, door, token, (session, opened), bill_id)


@route("/s/{token:str}/{bill_id:int}/sheet/{number:int}", http_method=READS, sync_to_thread=True)
def sheet(
    request: Ask,
    token: FromPath[str],
    bill_id: FromPath[int],
    number: FromPath[int],
    door: DoorGiven,
) -> Response[bytes]:
    """The sheet of one settlement of theirs as a picture, to open in a bank's app."""
    now = door.now()
    with looking_by(door.wiring, token, now) as (session, opened):
        opened.must_show(bill_id)
        row = back_settlement(session, opened.actor, bill_id, number, held=False)
        picture = picture_of(session, row, door.pages.lang_for(request), now)
    if picture is None:
        raise NotFoundException
    return Response(picture, media_type="image/png")


@post("/s/{token:str}/{bill_id:int}/{act:str}", sync_to_thread=True)
def answer(
    request: Ask,
    token: FromPath[str],
    bill_id: FromPath[int],
    *,
    act: FromPath[str],
    data: Form,
    door: DoorGiven,
) -> Redirect:
    """What its person says of a share; then the page again, so that a reload repeats nothing."""
    if act not in _ACTS:
        raise NotFoundException
    now = door.now()
    with acting_by(door.wiring, token, now) as (session, opened):
        opened.must_show(bill_id)
        _ACTS[act](_Answer(session, opened.actor, bill_id, data, bank_day(now)))
    return Redirect(f"/s/{token}/{bill_id}{asked_in(request)}", status_code=HTTP_303_SEE_OTHER)


@dataclass(frozen=True, slots=True)
class _Answer:
    session: Session
    actor: Actor
    bill_id: int
    form: Mapping[str, str]
    on: date

    def number(self, name: str) -> int:
        """A number of ours from the form. Raises NothingHere for anything else: no page of ours sends it."""
        text = self.form.get(name, "")
        if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
            raise NothingHere
        return int(text)

    def settlement(self) -> int:
        """The settlement that the form names, when it belongs to this share."""
        number = self.number("settlement")
        return back_settlement(self.session, self.actor, self.bill_id, number).id


def _approve(said: _Answer) -> None:
    approve(said.session, said.actor, said.bill_id)


def _dispute(said: _Answer) -> None:
    dispute(said.session, said.actor, said.bill_id, said.form.get("reason", ""))


def _announce(said: _Answer) -> None:
    announce_back(said.session, said.actor, said.bill_id, said.number("receiver"))


def _sent(said: _Answer) -> None:
    sent(said.session, said.actor, said.settlement(), said.on)


def _call_off(said: _Answer) -> None:
    withdraw(said.session, said.actor, said.settlement())


_ACTS: dict[str, Callable[[_Answer], None]] = {
    "approve": _approve,
    "dispute": _dispute,
    "announce": _announce,
    "sent": _sent,
    "call-off": _call_off,
}


def _share(
    request: Ask, door: Door, token: str, found: tuple[Session, Opened], bill_id: int
) -> Response[str]:
    session, opened = found
    shown = share_page(session, opened, bill_id, door.pages.lang_for(request), door.now())
    return door.pages.page(
        request, "share.html", token=token, share=shown, single=opened.bill_id is not None
    )
