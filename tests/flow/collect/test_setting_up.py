"""Who may collect, with which key: tried before it is kept, encrypted, told to nobody."""

import logging
from dataclasses import replace

import pytest
import sqlalchemy as sa

from flow.collect.account import Wanted, collector_of, set_up
from flow.collect.told import collector_told
from models.errors.collect import CollectorMissing, PagesOpen
from models.errors.household import MemberUnknown, RightMissing
from models.errors.orders import CodeUnset, CodeWrong, SecretNeeded
from models.errors.providers import ProviderAway, ProviderKeyRefused
from models.tables import Collector
from tests.flow.collect.foyer import PAYEE, Foyer
from tests.pay.stripe.shop import LIVE_KEY, RESTRICTED_KEY, WEBHOOK_SECRET


def kept(foyer: Foyer) -> int:
    with foyer.flat.session() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(Collector)) or 0


def test_a_live_key_is_refused_unless_a_payee_is_declared_and_the_sentence_says_why(
    bare: Foyer,
) -> None:
    with pytest.raises(ProviderKeyRefused, match="money between friends") as refused:
        bare.set_up(kind=None)
    assert "amis" in refused.value.told("fr") or "proches" in refused.value.told("fr")
    assert (kept(bare), bare.fake.calls) == (0, [])


def test_a_live_key_takes_the_secret_code(bare: Foyer) -> None:
    with pytest.raises(CodeUnset):
        bare.set_up(code="")
    bare.code()
    with pytest.raises(SecretNeeded):
        bare.set_up(code="")
    assert bare.fake.calls == []
    with pytest.raises(CodeWrong):
        bare.set_up(code="000000")
    assert (kept(bare), {call.method for call in bare.fake.calls}) == (0, {"GET"})
    bare.set_up()
    assert kept(bare) == 1


def test_a_key_that_does_not_work_costs_no_code_and_is_not_logged(
    bare: Foyer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = bare.code()
    bare.fake.withdrawn.add(LIVE_KEY)
    with pytest.raises(ProviderKeyRefused) as refused:
        bare.set_up(code=code)
    assert LIVE_KEY not in caplog.text + refused.value.told("fr") + str(refused.value.details)
    bare.fake.withdrawn.clear()
    for _ in range(4):
        bare.fake.faults["GET"].append("broken")
        with pytest.raises(ProviderAway):
            bare.set_up(code=code)
    bare.set_up(code=code)
    with pytest.raises(CodeWrong):  # spent by now
        bare.set_up(code=code)
    assert kept(bare) == 1


def test_a_test_key_always_works_and_asks_for_nothing(trying: Foyer) -> None:
    trying.set_up(kind=None, code="")
    with trying.flat.session() as session:
        told = collector_told(session, trying.flat.alice)
    assert (told.name, told.member, told.kind, told.live) == (PAYEE, "Alice", None, False)


def test_only_an_owner_sets_up_and_the_receiver_is_a_member(bare: Foyer) -> None:
    wanted = Wanted(PAYEE, LIVE_KEY, None, "Alice")
    with pytest.raises(RightMissing):
        set_up(bare.wiring, bare.flat.dora, replace(wanted, key=RESTRICTED_KEY), "", bare.now)
    with pytest.raises(MemberUnknown):
        bare.set_up(member="Zoe")
    with bare.flat.session() as session, pytest.raises(CollectorMissing):
        collector_of(session, bare.flat.alice.household_id)


@pytest.mark.parametrize("how", ["unknown", "without rights", "away"])
def test_a_key_that_does_not_work_is_not_kept(bare: Foyer, how: str) -> None:
    if how == "unknown":
        bare.fake.withdrawn.add(LIVE_KEY)
    if how == "without rights":
        bare.fake.without_rights.add(LIVE_KEY)
    if how == "away":
        bare.fake.faults["GET"].append("broken")
    with pytest.raises(ProviderAway if how == "away" else ProviderKeyRefused):
        bare.set_up()
    assert kept(bare) == 0


def test_the_key_stands_nowhere_in_clear(live: Foyer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    live.webhook()
    live.collect(live.bill())
    live.fake.withdrawn.add(LIVE_KEY)
    problems = live.check().problems
    assert isinstance(problems[0], ProviderKeyRefused)
    with live.flat.session() as session:
        row = session.scalars(sa.select(Collector)).one()
        assert live.wiring.secrets.decrypt(row.key) == LIVE_KEY
        assert row.key_end == LIVE_KEY[-4:]
        stored = "".join(
            str(line)
            for table in ("collector", "collection", "journal")
            for line in session.execute(sa.text(f"SELECT * FROM {table}"))
        )
        shown = repr(collector_told(session, live.flat.alice))
    told = " ".join([stored, shown, caplog.text, str(problems), problems[0].told("fr")])
    for secret in (LIVE_KEY, WEBHOOK_SECRET):
        assert secret not in told


def test_a_live_key_is_not_left_for_a_test_key_while_somebody_may_pay(live: Foyer) -> None:
    live.collect(live.bill())
    live.fake.books.live = False
    with pytest.raises(PagesOpen):
        live.set_up(key=RESTRICTED_KEY)
    live.fake.books.live = True
    live.set_up()
    live.check()


def test_test_pages_end_when_the_live_key_comes(trying: Foyer) -> None:
    page = trying.collect(trying.bill())
    trying.fake.books.live = True
    trying.set_up(key=LIVE_KEY)
    told = trying.told(page.id)
    assert (told.refusal, told.link) == ("key_replaced", "")
    assert trying.check().problems == {}
