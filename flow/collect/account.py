"""Who collects for a household and with which key; the key is tried before it is kept, encrypted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from flow.household.rights import Actor, acting_as, member_called, note
from flow.step_up import has_code, must_be_given, must_take_codes, spend_code
from flow.wiring import Wiring
from models.database import reading
from models.errors.collect import CollectorMissing, PagesOpen
from models.order import LONGEST_NAME
from models.payment_text import one_line
from models.tables import Collection, CollectionState, Collector, Household, Role
from pay.policy.step_up import Act
from pay.rails.stripe.account import Holder, HolderKind, StripeAccount
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.key_check import must_work

RETURN_PAGE = "https://stripe.com/"
"""Where the payer's browser goes afterwards when the payee names no page of their own."""
UNDER_WAY = (
    CollectionState.UNKNOWN,
    CollectionState.OPEN,
    CollectionState.SETTLING,
    CollectionState.DISPUTED,
)
"""States that wait for an answer of the provider."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A payee to set up. name: their legal name; member: who receives in the household's accounts,
    "" for the member of that name; kind: None is enough for a test key.
    """

    name: str
    key: str = field(repr=False)
    kind: HolderKind | None = None
    member: str = ""
    return_page: str = RETURN_PAGE

    def account(self) -> StripeAccount:
        """The account. Raises ProviderKeyRefused for a live key without a declared payee."""
        name = one_line(self.name, LONGEST_NAME)
        holder = Holder(name, self.kind) if self.kind else None
        return StripeAccount(self.key.strip(), self.return_page, holder)


def may_set_up(wiring: Wiring, actor: Actor, receiver: str | None = None) -> None:
    """Known before a key or a secret is asked for: whether the actor may, and who receives is there.

    receiver: None for a webhook, which needs a collector. Raises RightMissing, MemberUnknown,
    CollectorMissing.
    """
    with Session(reading(wiring.engine)) as session:
        acting_as(session, actor.member_id, actor.door).must(Role.OWNER)
        if receiver is None:
            collector_of(session, actor.household_id)
        else:
            member_called(session, actor, receiver)


def asks_code(wiring: Wiring, actor: Actor, wanted: Wanted, now: datetime) -> bool:
    """Whether this setup takes the secret code: a live key always, else where one is set up.

    Raises what refuses it whatever the code: ProviderKeyRefused, PagesOpen, CodeUnset, CodeLocked.
    """
    live = wanted.account().live
    with Session(reading(wiring.engine)) as session:
        row = session.scalar(_collector(actor.household_id))
        if row is not None and row.live != live:
            _refuse_open(session, row)
        asked = live or has_code(session)
    if asked:
        must_take_codes(wiring, now)
    return asked


def set_up(wiring: Wiring, actor: Actor, wanted: Wanted, code: str, now: datetime) -> Collector:
    """Declares the payee and keeps the key, in place of the ones before. Owners only.

    The key is tried first, which only reads: one that does not work costs no code.
    Raises ProviderKeyRefused, ProviderAway, SecretNeeded, CodeUnset, CodeWrong, CodeLocked,
    MemberUnknown, RightMissing, PagesOpen; then nothing is kept.
    """
    may_set_up(wiring, actor, wanted.member or wanted.name)
    account = wanted.account()
    takes_code = asks_code(wiring, actor, wanted, now)
    if takes_code:
        act = Act.SET_LIVE_KEY if account.live else Act.ADD_PAYEE
        must_be_given(wiring, act, code, now)
    with StripeCheckout(account) as rail:
        must_work(rail)
    if takes_code:
        spend_code(wiring, code, now)
    with Session(wiring.engine, expire_on_commit=False) as session, session.begin():
        row = _kept(session, wiring, actor, wanted, now)
        note(
            session, actor, "collector_set_up", f"collector {row.id}",
            {"payee": row.name, "kind": row.kind, "live": row.live, "member": row.member_id},
        )  # fmt: skip
        return row


def set_webhook(wiring: Wiring, actor: Actor, secret: str, now: datetime) -> Collector:
    """Keeps the signing secret of a webhook, "" forgets it. Owners only. Raises CollectorMissing."""
    with Session(wiring.engine, expire_on_commit=False) as session, session.begin():
        acting_as(session, actor.member_id, actor.door).must(Role.OWNER)
        row = collector_of(session, actor.household_id)
        row.webhook_secret = wiring.secrets.encrypt(secret.strip()) if secret.strip() else None
        row.updated_at = now
        kept = {"set": row.webhook_secret is not None}
        note(session, actor, "collector_webhook", f"collector {row.id}", kept)
        return row


def collector_of(session: Session, household_id: int) -> Collector:
    """Who collects for the household. Raises CollectorMissing."""
    row = session.scalar(_collector(household_id))
    if row is None:
        raise CollectorMissing
    return row


def _collector(household_id: int) -> Select[Collector]:
    return select(Collector).where(Collector.household_id == household_id)


OpenRail = Callable[[Wiring, Collector], StripeCheckout]


def open_rail(wiring: Wiring, row: Collector) -> StripeCheckout:
    """The rail of this payee, to be closed. Raises SecretUnreadable, ProviderKeyRefused."""
    secret = row.webhook_secret
    account = StripeAccount(
        key=wiring.secrets.decrypt(row.key),
        return_page=row.return_page,
        holder=Holder(row.name, HolderKind(row.kind)) if row.kind else None,
        webhook_secret=wiring.secrets.decrypt(secret) if secret else "",
    )
    return StripeCheckout(account)


def _kept(
    session: Session, wiring: Wiring, actor: Actor, wanted: Wanted, now: datetime
) -> Collector:
    session.get_one(Household, actor.household_id, with_for_update=True)
    account = wanted.account()
    member = member_called(session, actor, wanted.member or wanted.name)
    row = session.scalar(_collector(actor.household_id).with_for_update())
    if row is None:
        row = Collector(household_id=actor.household_id, created_at=now)
        session.add(row)
    elif row.live != account.live:
        _leave_mode(session, row, now)
    row.member_id = member.id
    row.name = one_line(wanted.name, LONGEST_NAME)
    row.kind = wanted.kind.value if wanted.kind else None
    row.key, row.key_end = wiring.secrets.encrypt(account.key), account.key[-4:]
    row.live, row.return_page, row.updated_at = account.live, wanted.return_page, now
    session.flush()
    return row


def _leave_mode(session: Session, row: Collector, now: datetime) -> None:
    """Test pages end when a live key comes; live ones are never left behind. Raises PagesOpen."""
    _refuse_open(session, row)
    row.webhook_secret, row.polled_at = None, None
    for page in session.scalars(_waiting(row)):
        page.state, page.refusal, page.link = CollectionState.ENDED, "key_replaced", ""
        page.open_slot, page.updated_at = None, now


def _refuse_open(session: Session, row: Collector) -> None:
    """Raises PagesOpen."""
    if row.live:
        count = session.scalar(select(func.count()).select_from(_waiting(row).subquery()))
        if count:
            raise PagesOpen(count=count)


def _waiting(row: Collector) -> Select[Collection]:
    return select(Collection).where(
        Collection.collector_id == row.id,
        Collection.live == row.live,
        Collection.state.in_(UNDER_WAY),
    )
