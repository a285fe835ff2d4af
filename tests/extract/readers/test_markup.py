"""schema.org in mails: hand-written JSON is forgiven, orders and parcels are no bills."""

from datetime import date
from typing import cast

import pytest

from extract.microdata import items_in
from extract.reader import Source
from extract.readers.markup import Markup
from models.document import Document, Form
from models.money import Money
from models.reading import Period, Reading
from tests.extract.cast import mail

INVOICE = """
 "@context": "http://schema.org", "@type": "Invoice", "accountId": "C-77",
 "provider": {"@type": "Organization", "name": "Eaux du Vallon"},
 "paymentDueDate": "2026-04-01T00:00:00+02:00", "billingPeriod": "2026-01-01/2026-02-28",
 "confirmationNumber": "F-2031",
 "minimumPaymentDue": {"@type": "PriceSpecification", "price": "$10.00"},
 "totalPaymentDue": {"@type": "PriceSpecification", "price": "80.20", "priceCurrency": "EUR"}"""

MICRODATA = """<div itemscope itemtype="https://schema.org/Invoice">
 <span itemprop="accountId">C-77</span><span itemprop="confirmationNumber"> F-2031 </span>
 <div itemprop="provider" itemscope itemtype="http://schema.org/Organization">
  <meta itemprop="name" content="Eaux du Vallon"></div>
 <time itemprop="paymentDueDate" datetime="2026-04-01">1er avril</time>
 <meta itemprop="billingPeriod" content="2026-01-01/2026-02-28">
 <div itemprop="totalPaymentDue" itemscope itemtype="http://schema.org/PriceSpecification">
  <span itemprop="price">80,20 €</span></div>
</div>"""


def script(body: str) -> str:
    return f'<p>Bonjour</p><script type="application/ld+json">{body}</script>'


def read(html: str) -> Reading | None:
    source = Source(Document(Form.MAIL, "", b"", mail("Bonjour", html)))
    reader = Markup()
    return reader.read(source) if reader.reads(source) else None


@pytest.mark.parametrize(
    "html",
    [
        script("{" + INVOICE + "}"),
        script("{" + INVOICE + ",}"),
        script("{" + INVOICE.replace('"', "'") + "} // by hand"),
        script("<!-- {" + INVOICE + "} -->"),
        script("//<![CDATA[\n{" + INVOICE + "}\n//]]>"),
        script("[{" + INVOICE + "}]"),
        script('{"@context": "https://schema.org", "@graph": [{' + INVOICE + "}]}"),
        script("{" + INVOICE.replace('"@type": "Invoice"', '"@type": ["Thing", "Invoice"]') + "}"),
        MICRODATA,
    ],
)
def test_an_invoice_is_read_however_it_is_written(html: str) -> None:
    reading = read(html)
    assert reading is not None
    said = [
        found.value if found else None
        for found in (
            reading.biller, reading.amount, reading.due_on, reading.number,
            reading.customer_number, reading.period,
        )
    ]  # fmt: skip
    assert said == [
        "Eaux du Vallon",
        Money.of("80.20", "EUR"),
        date(2026, 4, 1),
        "F-2031",
        "C-77",
        Period(date(2026, 1, 1), date(2026, 2, 28)),
    ]
    assert [sign.value for sign in reading.signs] == ["invoice_title"]
    assert reading.amount is not None
    assert reading.amount.confidence < 0.9


@pytest.mark.parametrize(
    ("status", "sign"),
    [
        ("http://schema.org/PaymentComplete", "already_paid"),
        ("PaymentAutomaticallyApplied", "direct_debit"),
        ("https://schema.org/PaymentPastDue", "reminder"),
    ],
)
def test_the_status_says_who_must_act(status: str, sign: str) -> None:
    reading = read(script("{" + INVOICE + f', "paymentStatus": "{status}"' + "}"))
    assert reading is not None
    assert sign in {one.value for one in reading.signs}


@pytest.mark.parametrize(("kind", "sign"), [("Order", "order"), ("ParcelDelivery", "delivery")])
def test_an_order_or_a_parcel_is_no_bill(kind: str, sign: str) -> None:
    body = f'{{"@context": "http://schema.org", "@type": "{kind}", "price": "12.00"}}'
    reading = read(script(body))
    assert reading is not None
    assert [one.value for one in reading.signs] == [sign]
    assert reading.amount is None


def test_a_minimum_payment_alone_is_doubted() -> None:
    minimum = INVOICE.replace("totalPaymentDue", "discount").replace("$10.00", "10.00 EUR")
    reading = read(script("{" + minimum + "}"))
    assert reading is not None
    assert reading.amount is not None
    assert reading.amount.confidence < 0.5
    assert reading.warnings == ("minimum_only",)


@pytest.mark.parametrize(
    "body",
    [
        "", "{", "[" * 50_000, '{"@type": 12}', '{"@type": "Invoice", "totalPaymentDue": NaN}',
        '{"@type": "Invoice", "totalPaymentDue": {"price": "1e999999", "priceCurrency": "EUR"}}',
        '{"@type": "Invoice", "paymentDueDate": [[]], "provider": [{}]}', "9" * 10_000,
        '{"a":' * 500 + "1" + "}" * 500,
    ],
)  # fmt: skip
def test_nonsense_gives_no_field(body: str) -> None:
    reading = read(script(body) + "schema.org")
    assert reading is None or (reading.amount is None and reading.due_on is None)


def test_html_nested_beyond_sense_is_not_parsed() -> None:
    assert list(items_in("<div>" * 200_000 + MICRODATA)) == []


def test_a_circle_cannot_be_written_and_depth_is_bounded() -> None:
    deep = '{"@type": "A", "x": ' * 40 + "{}" + "}" * 40
    names = [cast("str", item["@type"]) for item in items_in(script(deep))]
    assert 0 < len(names) < 40
