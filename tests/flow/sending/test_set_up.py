"""Channels: tried before they are kept, their secrets encrypted, and forgotten when they are removed."""

import pytest
from sqlalchemy import select

from flow.sending.carry import send
from flow.sending.mail_account import MailAsked, add_mail, office_proposed
from flow.sending.prepare import Errand
from flow.sending.set_up import ServiceAsked, add_service, outlets, remove_outlet, try_outlet
from models.errors.mailbox import LoginRefused
from models.errors.providers import ServiceFailed
from models.errors.reminding import AddressUnusable, ChannelTaken, ChannelUnknown
from models.errors.sending import ChannelRefused
from models.security import Security
from models.tables import Account, DispatchState, JournalLine, Outlet
from tests.dovecot import free_port
from tests.flow.order_house import OrderHouse
from tests.flow.sending.conftest import Posted, letter
from tests.notify.hooks import hooks
from tests.notify.post import PASSWORD


def test_a_wrong_password_keeps_nothing(posted: Posted) -> None:
    house = posted.house
    with pytest.raises(LoginRefused):
        add_mail(house.wiring, posted.asked(password="wrong"), house.now)
    assert outlets(house.wiring) == ()


def test_the_password_lies_encrypted_and_in_no_journal(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    with house.session() as session:
        row = session.scalars(select(Outlet)).one()
        assert row.secret is not None
        assert PASSWORD.encode() not in row.secret
        assert house.wiring.secrets.decrypt(row.secret) == PASSWORD
        assert not [
            line for line in session.scalars(select(JournalLine)) if PASSWORD in line.detail
        ]


def test_the_password_of_the_connected_mailbox_serves_and_follows_it(posted: Posted) -> None:
    house = posted.house
    with house.session() as session, session.begin():
        account = session.scalars(select(Account)).one()
        account.secret, account.user = house.wiring.secrets.encrypt("old"), "alice"
    with pytest.raises(LoginRefused):
        add_mail(house.wiring, posted.asked(password=None, user=None), house.now)
    with house.session() as session, session.begin():
        account = session.scalars(select(Account)).one()
        account.secret = house.wiring.secrets.encrypt(PASSWORD)
    add_mail(house.wiring, posted.asked(password=None, user=None), house.now)
    with house.session() as session:
        assert session.scalars(select(Outlet)).one().secret is None
    done = send(house.wiring, letter(), Errand("letter"), house.now)
    assert done.state is DispatchState.SENT


def test_the_server_beside_the_mailbox_is_proposed(house: OrderHouse) -> None:
    near = office_proposed(house.wiring, MailAsked("alice@example.org"))
    assert (near.host, near.port, near.security) == ("smtp.example.org", 465, Security.TLS)
    other = office_proposed(house.wiring, MailAsked("carol@outlook.com"))
    assert (other.host, other.port) == ("smtp-mail.outlook.com", 587)
    named = MailAsked("carol@outlook.com", host="mail.example.org", security=Security.STARTTLS)
    assert office_proposed(house.wiring, named).port == 587


def test_connecting_again_replaces_and_another_address_takes_its_place(posted: Posted) -> None:
    posted.connect()
    posted.connect()
    house = posted.house
    assert [row.name for row in outlets(house.wiring)] == ["alice@example.org"]
    add_mail(house.wiring, posted.asked(address="me@example.org"), house.now)
    assert [row.name for row in outlets(house.wiring)] == ["me@example.org"]
    with house.session() as session:
        before = session.scalars(select(Outlet).order_by(Outlet.id)).first()
        assert before is not None
        assert (before.secret, before.removed_at) == (None, house.now)


def test_an_address_that_is_none_is_refused(house: OrderHouse) -> None:
    with pytest.raises(AddressUnusable):
        add_mail(house.wiring, MailAsked("alice"), house.now)


def test_a_service_is_tried_then_kept_and_its_url_is_a_secret(each: OrderHouse) -> None:
    with hooks() as web:
        url = f"json://127.0.0.1:{web.port}/hidden-topic"
        row = add_service(each.wiring, ServiceAsked(url, "phone"), each.now)
        assert len(web.got) == 1
        assert try_outlet(each.wiring, "phone", each.now).problem is None
    assert (row.name, row.amounts) == ("phone", False)
    with each.session() as session:
        kept = session.scalars(select(Outlet)).one()
        assert kept.secret is not None
        assert b"hidden-topic" not in kept.secret
        assert "hidden" not in str([line.detail for line in session.scalars(select(JournalLine))])


def test_a_service_that_does_not_answer_is_not_kept(house: OrderHouse) -> None:
    gone = ServiceAsked(f"json://127.0.0.1:{free_port()}/x")
    with pytest.raises(ServiceFailed):
        add_service(house.wiring, gone, house.now)
    with pytest.raises(ChannelRefused):
        add_service(house.wiring, ServiceAsked("mailto://alice:pw@example.org"), house.now)
    assert outlets(house.wiring) == ()


def test_names_are_unique_among_those_that_are_there(house: OrderHouse) -> None:
    with hooks() as web:
        asked = ServiceAsked(f"json://127.0.0.1:{web.port}/a", "phone")
        add_service(house.wiring, asked, house.now)
        with pytest.raises(ChannelTaken):
            add_service(house.wiring, asked, house.now)
        remove_outlet(house.wiring, "phone", house.now)
        with pytest.raises(ChannelUnknown):
            remove_outlet(house.wiring, "phone", house.now)
        add_service(house.wiring, asked, house.now)
    assert [row.name for row in outlets(house.wiring)] == ["phone"]
