"""While a share, its bill or its payment is disputed, its page asks for nothing and shows what was begun."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from flow.household.settling import settlements
from flow.talks.dispute import dispute_bill, resolve_bill
from models.tables import SettlementState
from tests.flow.collect.conftest import bare, live, trying
from tests.flow.collect.foyer import Foyer
from tests.web.conftest import IBAN, Browser, WebFlat, opened_door
from web.door import Door

__all__ = ["bare", "live", "trying"]
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def charged(live: Foyer, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebFlat]:
    """Bob paid his 45.00 at a page of Alice's association, and his bank wants them back."""
    monkeypatch.setattr(Door, "now", lambda _door: live.now)
    bill = live.bill("90.00")
    live.collect(bill)
    live.fake.people.pay_by_card(live.page(1))
    later(live)
    with opened_door(live.wiring) as client:
        yield WebFlat(live.flat, live.wiring, Browser(client), bill)


def later(live: Foyer) -> None:
    live.later(minutes=20)
    live.check()


def announced(web: WebFlat) -> int:
    """Bob's transfer of this share, prepared from its page."""
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    return int(web.browser.hidden("settlement"))


def states(web: WebFlat) -> list[SettlementState]:
    with web.flat.session() as session:
        return [row.state for row in settlements(session, web.flat.alice, ended=True)]


def test_a_transfer_that_was_prepared_is_only_called_off_once_the_share_is_disputed(
    web: WebFlat,
) -> None:
    number = announced(web)
    sheet = f"{web.browser.page.url.path}/sheet/{number}"
    assert web.browser.client.get(sheet).status_code == 200
    page = web.browser.send("dispute", reason="I was away")
    assert "it waits until the bill is split anew, or until you say that it is right." in page
    assert '<button class="strong">It is right' not in page
    assert "Nothing is asked of you while this is disputed." in page
    assert "A transfer of €45.00 to Alice is prepared: call it off" in page
    for way in ("<svg", IBAN, "/announce", "/sheet/"):
        assert way not in page
    assert web.browser.client.get(sheet).status_code == 404
    page = web.browser.send("call-off", settlement=web.browser.hidden("settlement"))
    assert states(web) == [SettlementState.WITHDRAWN]
    assert "is prepared" not in page
    assert "You send back €45.00." in web.browser.send("approve")


def test_what_was_sent_before_stays_told_and_is_not_asked_again(web: WebFlat) -> None:
    number = announced(web)
    web.browser.send("dispute", reason="I was away")
    page = web.browser.send("sent", settlement=str(number))
    assert states(web) == [SettlementState.SENT]
    assert "You said that you sent €45.00 to Alice" in page
    assert "Nothing is asked of you while this is disputed." in page
    assert "/call-off" not in page


def test_a_bill_that_is_disputed_with_its_biller_says_so_and_asks_for_nothing(
    web: WebFlat,
) -> None:
    announced(web)
    with web.flat.session() as session:
        dispute_bill(session, web.bill, "The meter is wrong", NOW)
    page = web.browser.get(web.link())
    assert "The bill itself is disputed with who sent it." in page
    assert "The meter is wrong" not in page, "the reason is the household's"
    for way in ("<svg", IBAN, "/announce"):
        assert way not in page
    with web.flat.session() as session:
        resolve_bill(session, web.bill, NOW)
    assert IBAN in web.browser.get(web.link())


@pytest.mark.parametrize(
    ("end", "told"), [("won", "Your share is paid back"), ("lost", "You send back €45.00.")]
)
def test_what_a_bank_wants_back_is_not_asked_for_until_it_is_decided(
    charged: WebFlat, live: Foyer, end: str, told: str
) -> None:
    """Whoever prepared a transfer meanwhile could pay it twice."""
    dispute = live.fake.people.dispute(live.page(1))
    later(live)
    page = charged.browser.get(charged.link())
    assert "Your bank wants the €45.00 back that Alice was paid by card." in page
    for way in ("announce", "You send back", "is paid back", "stripe.com"):
        assert way not in page
    token, receiver = charged.browser.hidden("_csrf_token"), str(charged.flat.alice.member_id)
    form = {"_csrf_token": token, "receiver": receiver}
    charged.browser.client.post(f"{charged.link()}/{charged.bill}/announce", data=form)
    assert SettlementState.ANNOUNCED not in states(charged)
    live.fake.people.close_dispute(dispute, end)
    later(live)
    assert told in charged.browser.get(charged.link())


def test_beside_what_a_bank_wants_back_other_shares_are_asked_for_whole(
    charged: WebFlat, live: Foyer
) -> None:
    live.fake.people.dispute(live.page(1))
    later(live)
    other = live.bill("60.00")
    page = charged.browser.get(charged.link(bill=other))
    assert "You send back €30.00." in page
    assert "45.00" not in page
