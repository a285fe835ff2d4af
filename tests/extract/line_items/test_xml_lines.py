"""The lines of an e-invoice are given exactly as written."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extract.line_items.xml_lines import CII, UBL, lines_of
from extract.readers.cii import cii_reading
from extract.readers.ubl import ubl_reading
from models.codec import EXTRACTION
from models.extraction import Extraction
from models.money import Money
from models.reading import LineItem, Reading
from models.xml_tree import parse_xml
from tests.extract.e_invoices import cii, ubl

NAMESPACE = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"


def cii_line(net: str, *, status: str = "", name: str = "Eau", per: str = "1") -> str:
    code = f"<a:LineStatusReasonCode>{status}</a:LineStatusReasonCode>" if status else ""
    return f"""<a:IncludedSupplyChainTradeLineItem>
  <a:AssociatedDocumentLineDocument><a:LineID>1</a:LineID>{code}</a:AssociatedDocumentLineDocument>
  <a:SpecifiedTradeProduct><a:Name>{name}</a:Name></a:SpecifiedTradeProduct>
  <a:SpecifiedLineTradeAgreement><a:NetPriceProductTradePrice>
    <a:ChargeAmount>2.5000</a:ChargeAmount><a:BasisQuantity>{per}</a:BasisQuantity>
  </a:NetPriceProductTradePrice></a:SpecifiedLineTradeAgreement>
  <a:SpecifiedLineTradeDelivery><a:BilledQuantity>20</a:BilledQuantity></a:SpecifiedLineTradeDelivery>
  <a:SpecifiedLineTradeSettlement>
    <a:ApplicableTradeTax><a:RateApplicablePercent>20.00</a:RateApplicablePercent></a:ApplicableTradeTax>
    <a:SpecifiedTradeSettlementLineMonetarySummation><a:LineTotalAmount>{net}</a:LineTotalAmount>
    </a:SpecifiedTradeSettlementLineMonetarySummation>
  </a:SpecifiedLineTradeSettlement></a:IncludedSupplyChainTradeLineItem>"""


def cii_with(*lines: str, total: str = "") -> Reading:
    text = cii().decode()
    deal = "<r:SupplyChainTradeTransaction>"
    text = text.replace(deal, deal + "".join(lines))
    stated = f"<a:LineTotalAmount>{total}</a:LineTotalAmount>" if total else ""
    basis = "<a:TaxBasisTotalAmount>"
    return cii_reading(parse_xml(text.replace(basis, stated + basis).encode()), "cii")


def test_a_cii_line_is_exact() -> None:
    reading = cii_with(cii_line("50.00"))
    assert reading.lines == (
        LineItem(
            "Eau", Decimal(20), Decimal("2.5000"), Money.of("50.00", "EUR"), None, Decimal("20.00")
        ),
    )


def test_a_price_for_several_is_given_for_one() -> None:
    (line,) = cii_with(cii_line("0.50", per="100")).lines
    assert line.unit_price == Decimal("0.025")
    (odd,) = cii_with(cii_line("0.50", per="0")).lines
    assert odd.unit_price == Decimal("2.5000")


def test_groups_and_remarks_are_not_counted_twice() -> None:
    lines = [cii_line("100.00", status="GROUP"), cii_line("100.00", status="DETAIL")]
    assert len(cii_with(*lines, cii_line("9.00", status="INFORMATION")).lines) == 1


@pytest.mark.parametrize(
    ("nets", "total", "warned"),
    [
        (("60.00", "40.00"), "100.00", False),
        (("60.00", "40.01"), "100.00", False),
        (("60.00", "41.00"), "100.00", True),
        (("60.00", "40.00"), "", False),
        (("60.00", "40.00"), "101.00", True),
    ],
)
def test_lines_that_are_not_their_sum_are_named(
    nets: tuple[str, ...], total: str, *, warned: bool
) -> None:
    reading = cii_with(*map(cii_line, nets), total=total)
    assert ("lines_disagree" in reading.warnings) == warned


def test_lines_written_with_tax_are_taken_as_such() -> None:
    reading = cii_with(cii_line("120.00"), total="100.00")
    (line,) = reading.lines
    assert (line.net, line.gross) == (None, Money.of("120.00", "EUR"))
    assert reading.warnings == ()


def test_a_ubl_line_is_exact() -> None:
    line = """<c:InvoiceLine><b:ID>1</b:ID><b:InvoicedQuantity>3</b:InvoicedQuantity>
      <b:LineExtensionAmount currencyID="EUR">100.00</b:LineExtensionAmount>
      <c:Item><b:Name>Abonnement</b:Name><c:ClassifiedTaxCategory><b:Percent>5.5</b:Percent>
      </c:ClassifiedTaxCategory></c:Item>
      <c:Price><b:PriceAmount>33.3333</b:PriceAmount></c:Price></c:InvoiceLine></Invoice>"""
    reading = ubl_reading(parse_xml(ubl().decode().replace("</Invoice>", line).encode()), "ubl")
    assert reading is not None
    assert reading.lines == (
        LineItem(
            "Abonnement", Decimal(3), Decimal("33.3333"), Money.of("100.00", "EUR"), None,
            Decimal("5.5"),
        ),
    )  # fmt: skip


def test_a_document_without_lines_has_none() -> None:
    assert cii_reading(parse_xml(cii()), "cii").lines == ()
    assert lines_of(None, CII, "EUR") == lines_of(None, UBL, "EUR") == ()


def test_lines_come_back_from_the_database_as_they_were() -> None:
    reading = replace(cii_with(cii_line("50.00")), biller=None)
    extraction = Extraction(reading=reading, readings=(reading,))
    assert EXTRACTION.read(EXTRACTION.write(extraction)) == extraction


def test_what_was_stored_without_lines_is_still_read() -> None:
    text = EXTRACTION.write(Extraction(reading=Reading(reader="none")))
    old = text.replace(',"lines":[]', "").replace('"currency":null,', "")
    assert "lines" not in old
    assert EXTRACTION.read(old).reading.lines == ()
