"""A person without an account: one link, their own share, and nothing else of the household."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw

from flow.household.announcing import announce
from flow.household.consent import dispute
from flow.household.members import Change, change_member
from flow.household.private_links import drop_link
from flow.household.settling import received, settlements
from flow.order_draft import Wish
from flow.settlement_order import drawn_for
from models.money import Money
from models.order import Step
from models.tables import Settlement, SettlementState
from pay.shares.rule import Equally
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, people
from tests.web.conftest import IBAN, WebFlat

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")


def codes_on(page: str) -> list[str]:
    """What a phone reads from the codes of a page, drawn as a browser draws them."""
    found = []
    for side, path in re.findall(r'viewBox="0 0 (\d+) \1".*?<path d="([^"]*)"', page, re.DOTALL):
        image = Image.new("L", (int(side) * 6, int(side) * 6), 255)
        for run in _RUN.finditer(path):
            x, y, width = (int(part) * 6 for part in run.groups())
            ImageDraw.Draw(image).rectangle((x, y, x + width - 1, y + 5), fill=0)
        found += [code.text for code in zxingcpp.read_barcodes(image)]
    return found


def moved(web: WebFlat) -> list[Settlement]:
    with web.flat.session() as session:
        session.expire_on_commit = False
        return list(settlements(session, web.flat.alice, ended=True))


def test_the_page_says_what_it_is_for_how_much_by_when_and_why(web: WebFlat) -> None:
    bill = web.flat.bill(
        "84.20", biller="Eau claire", due_on=date(2026, 12, 5),
        period_first=date(2026, 9, 1), period_last=date(2026, 10, 31),
    )  # fmt: skip
    web.flat.split(bill)
    page = web.browser.get(web.link(bill=bill))
    for told in (
        "Eau claire", "€42.10", "1 September 2026 to 31 October 2026", "5 December 2026",
        "1 of 2 equal parts", "not answered yet", "Nobody has paid the bill yet",
    ):  # fmt: skip
        assert told in page
    french = web.browser.get(f"{web.link(bill=bill)}?lang=fr")
    assert '<html lang="fr">' in french
    assert "42,10\xa0€" in french
    assert "31 octobre 2026" in french


def test_a_share_link_shows_that_share_alone(web: WebFlat) -> None:
    """Not the whole bill, not other bills, not other people, not the household's name."""
    other = web.flat.bill("33.33", biller="Assurance secrète")
    web.flat.split(other)
    link = web.link()
    page = web.browser.get(link)
    for hidden in ("90.00", "Assurance", "Rue des Lilas", "Alice", "Dora", "Vera"):
        assert hidden not in page
    assert web.browser.client.get(f"{link}/{other}").status_code == 404
    form = {"_csrf_token": web.browser.hidden("_csrf_token"), "reason": "x"}
    for act in ("approve", "dispute", "announce", "sent", "call-off"):
        assert web.browser.client.post(f"{link}/{other}/{act}", data=form).status_code == 404, act
    assert web.flat.shares(other)["Bob"][1] == "proposed"


def test_a_private_link_lists_their_own_shares_and_no_others(web: WebFlat) -> None:
    mine = web.flat.bill("10.00", biller="Eau claire")
    web.flat.split(mine)
    theirs = web.flat.bill("20.00", biller="Cadeau pour Bob")
    web.flat.split(theirs, Equally(people(web.flat.alice, web.flat.dora)))
    link = web.private()
    page = web.browser.get(link)
    assert "Eau claire" in page
    assert "Énergie du Val" in page
    assert "Cadeau" not in page
    assert "€5.00" in web.browser.get(f"{link}/{mine}")
    assert web.browser.client.get(f"{link}/{theirs}").status_code == 404
    assert "No bill is shared with you yet" in web.browser.get(web.private("Vera"))


def test_a_share_is_approved_and_disputed_by_forms(web: WebFlat) -> None:
    link = web.link()
    web.browser.get(link)
    assert "You approved it." in web.browser.send("approve")
    assert web.flat.shares(web.bill)["Bob"] == ("45.00", "approved")
    page = web.browser.send("dispute", reason="I was <b>away</b> in October")
    assert "Nothing is asked of you while this is disputed." in page
    assert "I was &lt;b&gt;away&lt;/b&gt; in October" in page
    assert web.flat.shares(web.bill)["Bob"] == ("45.00", "disputed")
    assert "You approved it." in web.browser.send("approve")
    told = web.flat.lines(f"bill {web.bill}")
    assert told[-3:] == ["share_approved", "share_disputed", "share_approved"]


def test_a_dispute_needs_a_reason_and_the_refusal_leads_back(web: WebFlat) -> None:
    link = web.link()
    web.browser.get(link)
    page = web.browser.send("dispute", reason="  ")
    assert web.browser.page.status_code == 409
    assert f'href="{link}/{web.bill}"' in page
    assert web.flat.shares(web.bill)["Bob"][1] == "proposed"


def test_what_a_good_link_does_not_have_is_not_said_of_the_link(web: WebFlat) -> None:
    link = web.link()
    web.browser.get(link)
    token = web.browser.hidden("_csrf_token")
    said = web.browser.client.post(
        f"{link}/{web.bill}/announce", data={"_csrf_token": token, "receiver": "999"}
    )
    for page in (said.text, web.browser.get(f"{link}/999")):
        assert "There is nothing of yours at this address; your link itself is fine" in page
        assert "opens nothing any more" not in page
    assert (said.status_code, web.browser.page.status_code) == (404, 404)


def test_who_paid_is_paid_back_by_a_code_that_a_phone_reads(web: WebFlat) -> None:
    web.paid_by_alice()
    web.browser.get(web.link())
    receiver = web.browser.hidden("receiver")
    page = web.browser.send("announce", receiver=receiver)
    (row,) = moved(web)
    assert (str(row.amount), row.state) == ("45.00", SettlementState.ANNOUNCED)
    (code,) = codes_on(page)
    lines = code.split("\n")
    assert lines[5:8] == ["Alice", IBAN, "EUR45.00"]
    assert row.reference in lines
    for shown in ("Alice", "FR76 3000 6000 0112 3456 7890 189", f'data-copy="{IBAN}"'):
        assert shown in page
    picture = web.browser.client.get(f"{web.browser.page.url.path}/sheet/{row.id}")
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture.content)))
    assert read.text == code
    page = web.browser.send("sent", settlement=web.browser.hidden("settlement"))
    assert "You said that you sent €45.00 to Alice" in page
    assert moved(web)[0].state is SettlementState.SENT
    with web.flat.session() as session:
        received(session, web.flat.alice, row.id, TODAY)
    assert "Your share is paid back: you owe Alice nothing more" in web.browser.get(web.link())


def test_what_other_bills_make_up_for_is_not_asked_again(web: WebFlat) -> None:
    """Bob advanced 60.00 of another bill: of his 45.00 only 15.00 is left to send."""
    web.paid_by_alice()
    other = web.flat.bill("60.00")
    web.flat.split(other)
    web.flat.paid(other, "Bob")
    assert "You send back €15.00." in web.browser.get(web.link())
    assert "You owe nobody anything for this bill." in web.browser.get(web.link(bill=other))


def test_a_share_that_was_sent_is_not_asked_for_again_for_another_bill(web: WebFlat) -> None:
    web.paid_by_alice()
    other = web.flat.bill("60.00")
    web.flat.split(other)
    web.flat.paid(other, "Alice")
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    number = web.browser.hidden("settlement")
    page = web.browser.send("sent", settlement=number)
    assert "You said that you sent €45.00 to Alice" in page
    assert "30.00" not in page
    assert "You send back €30.00." in web.browser.get(web.link(bill=other))
    with web.flat.session() as session:
        received(session, web.flat.alice, int(number), TODAY)
    page = web.browser.get(web.link())
    assert "Your share is paid back: you owe Alice nothing more for this bill." in page
    for other_way in ("30.00", "announce", "Send "):
        assert other_way not in page


def test_pressing_twice_announces_once(web: WebFlat) -> None:
    web.paid_by_alice()
    web.browser.get(web.link())
    form = web.browser.page
    receiver = web.browser.hidden("receiver")
    web.browser.send("announce", receiver=receiver)
    web.browser.page = form
    page = web.browser.send("announce", receiver=receiver)
    assert len(codes_on(page)) == 1
    assert len(moved(web)) == 1


def test_a_transfer_is_called_off_and_asked_for_again(web: WebFlat) -> None:
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    page = web.browser.send("call-off", settlement=web.browser.hidden("settlement"))
    assert "You send back €45.00." in page
    assert moved(web)[0].state is SettlementState.WITHDRAWN


def test_without_an_account_to_send_to_the_page_says_whom_to_ask(web: WebFlat) -> None:
    web.flat.paid(web.bill, "Alice")
    web.browser.get(web.link())
    page = web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    assert "Ask Alice how to send it: the account of Alice is not known." in page
    assert codes_on(page) == []
    assert web.browser.client.get(f"{web.browser.page.url.path}/sheet/1").status_code == 404


def test_numbers_of_others_in_a_form_change_nothing(web: WebFlat) -> None:
    """Bob names Dora as receiver, and then a settlement that is hers."""
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=str(web.flat.dora.member_id))
    assert web.browser.page.status_code == 404
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    for number in ("2", "-1", "9" * 19, "", "١"):
        web.browser.get(web.link())
        web.browser.send("sent", settlement=number)
        assert web.browser.page.status_code == 404
    assert [row.state for row in moved(web)] == [SettlementState.ANNOUNCED]


def test_a_viewer_looks_and_has_no_buttons(web: WebFlat) -> None:
    bill = web.flat.bill("12.00")
    web.flat.split(bill, Equally(people(web.flat.alice, web.flat.vera)))
    link = web.link("Vera", bill)
    page = web.browser.get(link)
    assert "€6.00" in page
    assert "<form" not in page
    web.browser.get(web.link())
    token = web.browser.hidden("_csrf_token")
    said = web.browser.client.post(f"{link}/{bill}/approve", data={"_csrf_token": token})
    assert said.status_code == 403
    assert web.flat.shares(bill)["Vera"][1] == "proposed"


def test_a_link_of_nobody_is_one_friendly_sentence(web: WebFlat) -> None:
    for token in ("x", "A" * 36, "é" * 43, "A" * 2_000, "%00", "%ff" * 43):
        page = web.browser.get(f"/s/{token}")
        assert web.browser.page.status_code == 404
        assert "This link opens nothing any more: ask whoever sent it to you for a new one." in page


def test_a_changed_letter_opens_nothing(web: WebFlat) -> None:
    link = web.link()
    for place in range(3, len(link)):
        other = "A" if link[place] != "A" else "B"
        said = web.browser.client.get(link[:place] + other + link[place + 1 :])
        assert said.status_code == 404, place


def test_closing_the_links_of_a_member_closes_every_one(web: WebFlat) -> None:
    private, share = web.private(), web.link()
    assert web.browser.client.get(private).status_code == 200
    assert web.browser.client.get(share).status_code == 200
    with web.flat.session() as session:
        drop_link(session, web.flat.alice, "Bob")
    assert web.browser.client.get(private).status_code == 404
    assert web.browser.client.get(share).status_code == 404
    again = web.link()
    assert web.browser.client.get(again).status_code == 200
    assert web.browser.client.get(share).status_code == 404


def test_what_the_household_disputes_is_not_asked_of_anybody(web: WebFlat) -> None:
    web.paid_by_alice()
    with web.flat.session() as session:
        dispute(session, web.flat.bob, web.bill, "not mine")
    page = web.browser.get(web.link())
    assert "Nothing is asked of you" in page
    assert "announce" not in page


def test_another_account_than_before_is_not_shown(web: WebFlat) -> None:
    """Whoever could change it could take the money."""
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    web.browser.send("sent", settlement=web.browser.hidden("settlement"))
    bill = web.flat.bill("10.00")
    web.flat.split(bill)
    web.flat.paid(bill, "Alice")
    web.browser.get(web.link(bill=bill))
    assert IBAN in web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    with web.flat.session() as session:
        change_member(session, web.flat.alice, "Alice", Change(iban="DE02120300000000202051"))
    page = web.browser.get(web.link(bill=bill))
    assert "The account of Alice is another than before. Ask Alice face to face" in page
    assert "DE02" not in page
    assert codes_on(page) == []
    last = moved(web)[-1].id
    assert web.browser.client.get(f"{web.link(bill=bill)}/{bill}/sheet/{last}").status_code == 404


def test_what_was_prepared_another_way_has_no_second_code(web: WebFlat) -> None:
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    (row,) = moved(web)
    with web.flat.session() as session:
        order = drawn_for(session, session.get_one(Settlement, row.id), Wish(), NOW)
        order.step, order.rail, order.handed_over_at = Step.HANDED_OVER, "sepa-file", NOW
        order.open_slot = None
    page = web.browser.get(web.link())
    assert "prepared another way already: pay it there, once." in page
    assert codes_on(page) == []
    assert IBAN not in page


def test_money_announced_for_no_bill_does_not_keep_the_rest_of_a_share_from_being_prepared(
    web: WebFlat,
) -> None:
    web.paid_by_alice()
    with web.flat.session() as session:
        five = Transfer(web.flat.bob.person, web.flat.alice.person, Money.of("5", "EUR"))
        announce(session, web.flat.bob, [five])
    page = web.browser.get(web.link())
    assert "Send €5.00 to Alice." in page
    assert "Beside that, you still owe Alice €40.00" in page
    page = web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    assert len(codes_on(page)) == 2
    assert [str(row.amount) for row in moved(web)] == ["5.00", "40.00"]


def test_a_transfer_of_no_bill_says_that_it_is_not_for_this_share_alone(web: WebFlat) -> None:
    web.paid_by_alice()
    with web.flat.session() as session:
        one = Transfer(web.flat.bob.person, web.flat.alice.person, Money.of("99999.00", "EUR"))
        number = announce(session, web.flat.bob, [one])[0].id
    page = web.browser.get(web.link())
    assert "Send €99,999.00 to Alice." in page
    said = "not for this bill alone: your share of it is €45.00."
    assert said in page
    with web.flat.session() as session:
        session.get_one(Settlement, number).amount_minor = 45_00
    assert said not in web.browser.get(web.link())
