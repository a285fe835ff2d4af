"""E-invoices of our own for the tests: the same bill in every syntax."""

from io import BytesIO
from string import Template

import pikepdf

_CII = Template("""<?xml version="1.0" encoding="UTF-8"?>
<r:CrossIndustryInvoice xmlns:r="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
  xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <r:ExchangedDocument>
  <a:ID>F-2031</a:ID><a:TypeCode>$type_code</a:TypeCode>
  <a:IssueDateTime><u:DateTimeString format="102">20260302</u:DateTimeString></a:IssueDateTime>
  <a:IncludedNote><a:Content>$note</a:Content></a:IncludedNote>
 </r:ExchangedDocument>
 <r:SupplyChainTradeTransaction>
  <a:ApplicableHeaderTradeAgreement>
   <a:SellerTradeParty><a:Name>Eaux du Vallon SA</a:Name>
    <a:DefinedTradeContact>
     <a:EmailURIUniversalCommunication><a:URIID>compta@vallon.example</a:URIID></a:EmailURIUniversalCommunication>
    </a:DefinedTradeContact>
    <a:SpecifiedTaxRegistration><a:ID schemeID="FC">998877</a:ID></a:SpecifiedTaxRegistration>
    <a:SpecifiedTaxRegistration><a:ID schemeID="VA">FR 40 303265045</a:ID></a:SpecifiedTaxRegistration>
   </a:SellerTradeParty>
   <a:BuyerTradeParty><a:ID>C-77</a:ID><a:Name>Alice</a:Name></a:BuyerTradeParty>
  </a:ApplicableHeaderTradeAgreement>
  <a:ApplicableHeaderTradeDelivery/>
  <a:ApplicableHeaderTradeSettlement>
   <a:PaymentReference>RF18539007547034</a:PaymentReference>
   <a:InvoiceCurrencyCode>EUR</a:InvoiceCurrencyCode>
   <a:SpecifiedTradeSettlementPaymentMeans><a:TypeCode>$means</a:TypeCode>
    <a:PayeePartyCreditorFinancialAccount><a:IBANID>$iban</a:IBANID></a:PayeePartyCreditorFinancialAccount>
   </a:SpecifiedTradeSettlementPaymentMeans>
   <a:BillingSpecifiedPeriod>
    <a:StartDateTime><u:DateTimeString format="102">20260101</u:DateTimeString></a:StartDateTime>
    <a:EndDateTime><u:DateTimeString format="102">20260228</u:DateTimeString></a:EndDateTime>
   </a:BillingSpecifiedPeriod>
   $terms
   <a:SpecifiedTradeSettlementHeaderMonetarySummation>
    <a:TaxBasisTotalAmount>100.00</a:TaxBasisTotalAmount>
    <a:TaxTotalAmount currencyID="EUR">$tax</a:TaxTotalAmount>
    <a:GrandTotalAmount>120.00</a:GrandTotalAmount>
    <a:TotalPrepaidAmount>$prepaid</a:TotalPrepaidAmount>
    <a:DuePayableAmount>$due</a:DuePayableAmount>
   </a:SpecifiedTradeSettlementHeaderMonetarySummation>
  </a:ApplicableHeaderTradeSettlement>
 </r:SupplyChainTradeTransaction>
</r:CrossIndustryInvoice>""")

_TERM = """<a:SpecifiedTradePaymentTerms>{prose}
  <a:DueDateDateTime><u:DateTimeString format="102">{day}</u:DateTimeString></a:DueDateDateTime>
  {more}</a:SpecifiedTradePaymentTerms>"""

_UBL = Template("""<?xml version="1.0" encoding="UTF-8"?>
<$root xmlns="urn:oasis:names:specification:ubl:schema:xsd:$root-2"
  xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
 <b:ID>F-2031</b:ID><b:IssueDate>2026-03-02</b:IssueDate>$due_date
 <b:${root}TypeCode>$type_code</b:${root}TypeCode>
 <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
 <c:InvoicePeriod><b:StartDate>2026-01-01</b:StartDate><b:EndDate>2026-02-28</b:EndDate></c:InvoicePeriod>
 <c:AccountingSupplierParty><c:Party>
   <c:PartyName><b:Name>Vallon</b:Name></c:PartyName>
   <c:PartyTaxScheme><b:CompanyID>FR40303265045</b:CompanyID>
    <c:TaxScheme><b:ID>VAT</b:ID></c:TaxScheme></c:PartyTaxScheme>
   <c:PartyLegalEntity><b:RegistrationName>Eaux du Vallon SA</b:RegistrationName></c:PartyLegalEntity>
   <c:Contact><b:ElectronicMail>compta@vallon.example</b:ElectronicMail></c:Contact>
 </c:Party></c:AccountingSupplierParty>
 <c:AccountingCustomerParty><c:Party>
   <c:PartyIdentification><b:ID>C-77</b:ID></c:PartyIdentification>
 </c:Party></c:AccountingCustomerParty>
 <c:PaymentMeans><b:PaymentMeansCode>$means</b:PaymentMeansCode>
  <b:PaymentID>RF18539007547034</b:PaymentID>
  <c:PayeeFinancialAccount><b:ID>$iban</b:ID></c:PayeeFinancialAccount></c:PaymentMeans>
 $terms
 <c:TaxTotal><b:TaxAmount currencyID="EUR">20.00</b:TaxAmount></c:TaxTotal>
 <c:LegalMonetaryTotal>
  <b:TaxExclusiveAmount currencyID="EUR">100.00</b:TaxExclusiveAmount>
  <b:TaxInclusiveAmount currencyID="EUR">120.00</b:TaxInclusiveAmount>
  <b:PrepaidAmount currencyID="EUR">$prepaid</b:PrepaidAmount>
  <b:PayableAmount currencyID="EUR">$due</b:PayableAmount>
 </c:LegalMonetaryTotal>
</$root>""")

IBAN = "FR7630006000011234567890189"


def term(day: str, prose: str = "", more: str = "") -> str:
    """A CII payment term due on `day` (YYYYMMDD)."""
    described = f"<a:Description>{prose}</a:Description>" if prose else ""
    return _TERM.format(day=day, prose=described, more=more)


def cii(**changes: str) -> bytes:
    """A bill of 120.00 EUR, 40.00 of it prepaid, due 1 April 2026, as CII."""
    parts = {
        "type_code": "380", "note": "Merci.", "means": "58", "iban": IBAN, "tax": "20.00",
        "prepaid": "40.00", "due": "80.00", "terms": term("20260401"),
    }  # fmt: skip
    return _CII.substitute(parts | changes).encode()


def zugferd_1(**changes: str) -> bytes:
    """The same as ZUGFeRD 1.0: other root and other names of the three containers."""
    text = cii(**changes).decode()
    for new, old in (
        ("CrossIndustryInvoice:100", "CrossIndustryDocument:invoice:1p0"),
        ("CrossIndustryInvoice", "CrossIndustryDocument"),
        ("r:ExchangedDocument", "r:HeaderExchangedDocument"),
        ("r:SupplyChainTradeTransaction", "r:SpecifiedSupplyChainTradeTransaction"),
        ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
        ("SettlementHeaderMonetarySummation", "SettlementMonetarySummation"),
    ):
        text = text.replace(new, old)
    return text.encode()


def ubl(**changes: str) -> bytes:
    """The same bill as UBL; root="CreditNote" makes a credit note."""
    parts = {
        "root": "Invoice", "type_code": "380", "means": "30", "iban": IBAN, "terms": "",
        "prepaid": "40.00", "due": "80.00", "due_date": "<b:DueDate>2026-04-01</b:DueDate>",
    }  # fmt: skip
    return _UBL.substitute(parts | changes).encode()


def pdf_with(xml: bytes, *, name: str = "factur-x.xml", direct: bool = False) -> bytes:
    """A PDF of one empty page that carries `xml`; `direct` puts the file's specification inside
    the names tree instead of making it an object of its own.
    """
    pdf = pikepdf.new()
    pdf.add_blank_page()
    stream = pikepdf.Stream(pdf, xml, Type=pikepdf.Name("/EmbeddedFile"))
    spec = pikepdf.Dictionary(
        Type=pikepdf.Name("/Filespec"), F=name, EF=pikepdf.Dictionary(F=stream)
    )
    held = spec if direct else pdf.make_indirect(spec)
    pdf.Root.Names = pikepdf.Dictionary(
        EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array([name, held]))
    )
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
