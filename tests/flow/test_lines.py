"""What a bill charges for is shown line by line, with the numbers as they were read."""

from decimal import Decimal
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.bill_shown import show_bill
from flow.lines import line_rows
from flow.wiring import Wiring
from models.money import Money
from models.reading import LineItem
from models.tables import Bill
from tests.extract.papers import paper
from tests.flow.post import account, post, travel

ROWS = [
    ("Eaux du Vallon SA", "", "", ""),
    ("FACTURE F-2031", "", "", ""),
    ("Désignation", "Qté", "Prix unitaire", "Montant HT"),
    ("Abonnement", "1", "20,00", "20,00"),
    ("Consommation", "32", "1,5625", "50,00"),
    ("Net à payer", "", "", "84,20 €"),
]


def bill_mail() -> bytes:
    texts = [
        (left, 100 + 16 * row, cell)
        for row, cells in enumerate(ROWS)
        for left, cell in zip((40, 260, 340, 460), cells, strict=True)
        if cell
    ]
    mail = EmailMessage()
    mail["From"], mail["To"] = "Eaux du Vallon <facture@vallon.example>", "alice@example.org"
    mail["Subject"], mail["Message-ID"] = "Votre facture F-2031", "<1@vallon.example>"
    mail.set_content("Votre facture F-2031 est jointe. Montant à payer : 84,20 €")
    mail.add_attachment(paper(texts), maintype="application", subtype="pdf", filename="f.pdf")
    return mail.as_bytes()


def test_a_card_shows_the_lines_of_its_bill(wiring: Wiring) -> None:
    travel(wiring, post(wiring, account(wiring), bill_mail()))
    with Session(wiring.engine) as session:
        number = session.scalars(select(Bill.id)).one()
    lines = show_bill(wiring, number)["lines"]
    assert [(line["description"], line["quantity"], line["net"]) for line in lines] == [
        ("Abonnement", "1", "20.00"),
        ("Consommation", "32", "50.00"),
    ]


@given(st.decimals("-1000000", "1000000", places=4))
def test_numbers_are_written_out_and_keep_their_value(number: Decimal) -> None:
    (row,) = line_rows([LineItem("x", quantity=number, unit_price=number)])
    assert row["quantity"] == row["unit_price"]
    assert Decimal(row["quantity"] or "nan") == number
    assert "E" not in (row["quantity"] or "E")


def test_what_is_not_known_is_null() -> None:
    (row,) = line_rows([LineItem("Port", net=Money.of("4.90", "EUR"))])
    assert row == {
        "description": "Port",
        "quantity": None,
        "unit_price": None,
        "net": "4.90",
        "gross": None,
        "vat_rate": None,
    }
