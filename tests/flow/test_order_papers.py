"""What the originals tell a payment: the payee as printed, the same document, the sender, the page."""

from email.message import EmailMessage

import pytest

from flow.order_link import handover_for
from flow.papers import papers_of
from models.codec import EXTRACTION
from models.extraction import Extraction
from models.order import Step
from models.reading import Found, Reading
from models.tables import Account, BillMessage, Extracted, Message
from models.verdict import Kind
from pay.rails.biller_page import BillerPage
from tests.extract.papers import listing
from tests.flow.order_house import FRENCH, OTHER, OrderHouse
from tests.flow.taught_bills import FIRST


def mail(html: str = "", *, proved: str = "", pdfs: tuple[bytes, ...] = ()) -> bytes:
    """A mail of an invented company."""
    made = EmailMessage()
    if proved:
        made["Authentication-Results"] = f"mx.alice.example; {proved}"
    made["From"], made["To"] = "Val <factures@val.example>", "alice@example.org"
    made["Subject"], made["Date"] = "Facture", "Mon, 2 Nov 2026 08:00:00 +0100"
    made.set_content("Bonjour, voici votre facture.")
    if html:
        made.add_alternative(html, subtype="html")
    for number, pdf in enumerate(pdfs):
        made.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{number}.pdf")
    return made.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def carded(
    house: OrderHouse, raw: bytes, extraction: Extraction | None = None, **bill: object
) -> int:
    """A bill with the mail on its timeline."""
    number = house.bill(**bill)
    original = house.wiring.originals.write(raw)
    with house.session() as session, session.begin():
        message = Message(
            account_id=house.account_id, sha256=original, header_sha256=original, size=len(raw),
            message_id="", original=original, subject="", sender_name="", sender_address="",
            received_at=house.now,
        )  # fmt: skip
        session.add(message)
        session.flush()
        if extraction is not None:
            text = EXTRACTION.write(extraction)
            session.add(
                Extracted(message_id=message.id, extraction=text, mail="{}", created_at=house.now)
            )
        session.add(
            BillMessage(
                bill_id=number, message_id=message.id, role=Kind.TO_PAY, verdict="{}",
                created_at=house.now,
            )
        )  # fmt: skip
    return number


def found(value: str, source: str) -> Found[str]:
    return Found(value, source, value, 0.99)


def test_the_payee_is_the_name_beside_the_account(house: OrderHouse) -> None:
    page = Reading("pdf_text", biller=found("Vallon", "pdf_text"))
    coded = Reading("qr", biller=found("Eaux du Vallon SA", "qr"), payee_iban=found(FRENCH, "qr"))
    bill = carded(house, mail(), Extraction(page, (coded, page)), biller="Vallon Eau")
    assert house.look(bill).order.payee.name == "Eaux du Vallon SA"
    other = carded(house, mail("<p>x</p>"), Extraction(page, (coded, page)), iban=OTHER)
    assert house.look(other).order.payee.name == "Vallon"
    assert house.look(other, payee="Eaux du Vallon SAS").order.payee.name == "Eaux du Vallon SAS"


@pytest.mark.parametrize(
    ("page", "code", "told"),
    [
        ("Eaux du Val d'Orbe", "Eaux du Val d Orbe", "Eaux du Val d'Orbe"),
        ("Énergie du Val", "ENERGIE DU VAL SA", "ENERGIE DU VAL SA"),
        ("Boutique Léa", "Encaissements SAS", "Encaissements SAS"),
    ],
)
def test_the_fuller_of_two_ways_to_write_one_name_is_told_to_the_bank(
    house: OrderHouse, page: str, code: str, told: str
) -> None:
    printed = Reading("pdf_text", biller=found(page, "pdf_text"))
    coded = Reading("qr", biller=found(code, "qr"), payee_iban=found(FRENCH, "qr"))
    bill = carded(house, mail(), Extraction(printed, (coded, printed)))
    assert house.look(bill).order.payee.name == told


def test_the_same_document_under_another_bill_is_stopped(house: OrderHouse) -> None:
    pdf = FIRST.pdf()
    mine = carded(house, mail(pdfs=(pdf,)), number="A1")
    theirs = carded(house, mail("<p>encore</p>", pdfs=(pdf,)), number="B2")
    documents = papers_of(house.wiring, [mine]).documents
    assert documents == papers_of(house.wiring, [theirs]).documents
    assert len(documents) == 1
    house.pay(mine)
    looked = house.look(theirs)
    assert "same_document" in {flag.rule for flag in looked.stops}
    assert [row.step for row in house.orders(theirs)] == [Step.CHECKED]


def test_terms_of_sale_on_every_mail_are_no_document_of_the_bill(house: OrderHouse) -> None:
    terms = listing("Conditions", "Nos conditions", ("Article 1", "Le client lit."))
    bill = carded(house, mail(pdfs=(terms,)))
    assert papers_of(house.wiring, [bill]).documents == frozenset()


@pytest.mark.parametrize(
    ("proved", "told"),
    [
        ("", None),
        ("dkim=pass header.d=val.example; dmarc=pass", True),
        ("dkim=fail; dmarc=fail", False),
    ],
)
def test_who_sent_it_is_told_by_the_mailbox_s_own_provider(
    house: OrderHouse, proved: str, told: object
) -> None:
    with house.session() as session, session.begin():
        session.get_one(Account, house.account_id).provider_id = "mx.alice.example"
    bill = carded(house, mail(proved=proved))
    assert papers_of(house.wiring, [bill]).authenticated is told
    asks = {flag.rule for flag in house.look(bill).asks}
    assert ("sender_unproved" in asks) is (told is False)


PAGE = '<a href="https://pay.val.example/f/1">Payer</a><a href="https://val.example/x">x</a>'


def test_the_biller_s_page_is_shown_when_its_host_is_known(house: OrderHouse) -> None:
    bill = carded(house, mail(PAGE))
    looked = house.look(bill, rail="biller-page")
    unknown = handover_for(house.wiring, looked, house.now)
    assert BillerPage().refuses(looked.order, unknown) is not None
    known = handover_for(house.wiring, looked, house.now, host="pay.val.example")
    assert BillerPage().refuses(looked.order, known) is None
    assert known.link == "https://pay.val.example/f/1"


def test_older_bills_that_were_paid_make_a_host_known(house: OrderHouse) -> None:
    house.pay(carded(house, mail(PAGE)))
    house.later(days=40)
    twin = PAGE.replace("/f/1", "/f/2")
    looked = house.look(carded(house, mail(twin)), rail="biller-page")
    assert handover_for(house.wiring, looked, house.now).link == "https://pay.val.example/f/2"
    forged = twin.replace("pay.val.example", "pay.val.example.evil.example")
    again = house.look(carded(house, mail(forged)), rail="biller-page")
    refusal = BillerPage().refuses(again.order, handover_for(house.wiring, again, house.now))
    assert refusal is not None


def test_a_mail_that_cannot_be_opened_tells_nothing_and_stops_nothing(house: OrderHouse) -> None:
    bill = carded(house, b" ")
    assert house.look(bill).papers == papers_of(house.wiring, [])
