"""How a person pays back whoever advanced a bill: a settlement, its sheet, and where it stands."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from flow.hold import on_hold
from flow.household.announcing import announce
from flow.household.back_accounts import accounts_of
from flow.household.back_card import CardPage
from flow.household.back_sheet import sheet_of
from flow.household.back_ways import HELD, BackStep, PayBack, Standing, WayBack
from flow.household.rights import Actor, members_of
from flow.household.splitting import Shown, seen_split
from models.errors.household import SettlementUnknown
from models.errors.shares import RepaymentInvalid
from models.errors.values import NotFound
from models.tables import Consent, Household, Settlement, SettlementState
from models.words import Lang
from pay.debts import as_owed
from pay.postings import shared_bill
from pay.shares.share import ShareState
from pay.transfers import Transfer


def pay_back(session: Session, actor: Actor, bill_id: int, lang: Lang, now: datetime) -> PayBack:
    """How the actor pays back their share of a bill. Raises NotFound, NotSplit."""
    shown = seen_split(session, actor, bill_id)
    standing = _standing(session, actor, shown)
    if standing not in {Standing.OWED, *HELD}:
        return PayBack(standing)
    found = accounts_of(session, actor)
    names = {number: member.name for number, member in members_of(session, actor).items()}
    if standing in HELD:
        begun = [(row, found.page_of(row)) for row in found.begun(bill_id)]
        return PayBack(standing, tuple(_paused(row, names, page) for row, page in begun))
    ways: list[WayBack] = []
    for owed in _debts(actor, shown):
        name, mine = names[owed.receiver], found.of(owed, bill_id)
        ways += [_made(session, row, name, found.page_of(row), (lang, now)) for row in mine]
        more, wanted = found.more(owed, bill_id), found.wanted_back(owed, bill_id)
        if wanted:
            ways.append(WayBack(owed.receiver, name, wanted, BackStep.WANTED_BACK))
        if more and found.announced(owed, bill_id) is None:
            step, beside = BackStep.TO_ANNOUNCE, bool(mine or wanted)
            ways.append(WayBack(owed.receiver, name, more, step, beside=beside))
        elif not (mine or wanted):
            step = BackStep.EVEN if found.rest(owed, bill_id) else BackStep.PAID_BACK
            ways.append(WayBack(owed.receiver, name, owed.amount, step))
    trials = tuple(one for one in found.pages if not one.live and one.is_for(bill_id))
    return PayBack(standing, tuple(ways), trials)


def announce_back(session: Session, actor: Actor, bill_id: int, receiver_id: int) -> Settlement:
    """Announces the money for the actor's share to one who advanced the bill, as this bill's own settlement:
    what is left of the share, and never more than is owed now.

    The same again finds what is announced. Raises NotFound, NotSplit, RightMissing, RepaymentInvalid
    when nothing is owed.
    """
    session.get_one(Household, actor.household_id, with_for_update=True)
    shown = seen_split(session, actor, bill_id)
    for owed in _debts(actor, shown):
        if owed.receiver != receiver_id:
            continue
        found = accounts_of(session, actor)
        before, more = found.announced(owed, bill_id), found.more(owed, bill_id)
        if before is not None:
            return before
        if more is None:
            raise RepaymentInvalid
        one = Transfer(actor.person, owed.receiver, more)
        (row,) = announce(session, actor, [one], beside=True, bill_id=bill_id)
        return row
    raise NotFound(what="member", id=receiver_id)


def back_settlement(
    session: Session, actor: Actor, bill_id: int, number: int, *, held: bool = True
) -> Settlement:
    """A settlement that the page of this bill's share shows, to be sent by hand. Raises NotFound.

    held: also while the share or its bill is disputed.
    """
    shown = seen_split(session, actor, bill_id)
    found = accounts_of(session, actor)
    if _standing(session, actor, shown) in HELD:
        rows = found.begun(bill_id) if held else []
    else:
        rows = [row for owed in _debts(actor, shown) for row in found.of(owed, bill_id)]
    for row in rows:
        if row.id == number and found.page_of(row) is None:
            return row
    raise SettlementUnknown(id=number)


def _standing(session: Session, actor: Actor, shown: Shown) -> Standing:
    mine = next((row for row in shown.shares if row.share.person == actor.person), None)
    if mine is None:
        return Standing.NOTHING
    if mine.state == Consent.DISPUTED:
        return Standing.HELD
    if on_hold(session, shown.bill_id):
        return Standing.HELD_BILL
    if not shown.paid:
        return Standing.UNPAID
    return Standing.OWED if _debts(actor, shown) else Standing.NOTHING


def _debts(actor: Actor, shown: Shown) -> list[Transfer]:
    """What this one bill makes the actor owe, by receiver; disputed shares are left out."""
    if not shown.paid:
        return []
    disputed = [row.share.person for row in shown.shares if row.state == Consent.DISPUTED]
    made = shown.made.with_state(ShareState.PROPOSED)
    if disputed:
        made = made.with_state(ShareState.DISPUTED, *disputed)
    posting = shared_bill(shown.bill_id, date.min, made, shown.paid)
    return [one for one in as_owed([posting]) if one.sender == actor.person]


def _paused(row: Settlement, names: Mapping[int, str], page: CardPage | None) -> WayBack:
    step = BackStep.SENT if row.state is SettlementState.SENT else BackStep.PAUSED
    if page is not None:
        step = BackStep.CARD
    name = names[row.receiver_id]
    return WayBack(row.receiver_id, name, row.amount, step, row.id, row.sent_on, card=page)


def _made(
    session: Session, row: Settlement, name: str, page: CardPage | None, told: tuple[Lang, datetime]
) -> WayBack:
    """A settlement as a way; told: the language and the moment of its sheet."""
    step = BackStep.SENT if row.state is SettlementState.SENT else BackStep.ANNOUNCED
    if page is not None:
        step = BackStep.CARD
    return WayBack(
        receiver_id=row.receiver_id,
        receiver=name,
        amount=row.amount,
        step=step,
        settlement=row.id,
        sent_on=row.sent_on,
        sheet=sheet_of(session, row, *told) if step is BackStep.ANNOUNCED else None,
        card=page,
        of_all=row.bill_id is None,
    )
