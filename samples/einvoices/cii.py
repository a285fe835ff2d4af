"""UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung) and ZUGFeRD 1.0."""

from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from samples.einvoices.deal import Deal

SPACES = (
    'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"'
    ' xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"'
    ' xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"'
)
SPACES_1 = (
    'xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" '
    'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12" '
    'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15"'
)


def _day(value: date) -> str:
    return f'<udt:DateTimeString format="102">{value:%Y%m%d}</udt:DateTimeString>'


def _party(tag: str, name: str, street: list[str], country: str, vat: str = "") -> str:
    tax = (
        "<ram:SpecifiedTaxRegistration><ram:ID"
        f' schemeID="VA">{vat}</ram:ID></ram:SpecifiedTaxRegistration>'
    )
    code, _, town = street[-1].partition(" ")
    return (
        f"<ram:{tag}><ram:Name>{escape(name)}</ram:Name><ram:PostalTradeAddress>"
        f"<ram:PostcodeCode>{code}</ram:PostcodeCode><ram:LineOne>{escape(street[0])}</ram:LineOne>"
        f"<ram:CityName>{escape(town)}</ram:CityName><ram:CountryID>{country}</ram:CountryID>"
        f"</ram:PostalTradeAddress>{tax if vat else ''}</ram:{tag}>"
    )


def _line(index: int, amount: Decimal, deal: Deal) -> str:
    return (
        "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>"
        f"<ram:LineID>{index}</ram:LineID></ram:AssociatedDocumentLineDocument>"
        "<ram:SpecifiedTradeProduct><ram:Name>Prestation"
        f" {index}</ram:Name></ram:SpecifiedTradeProduct>"
        "<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>"
        f"<ram:ChargeAmount>{amount}</ram:ChargeAmount></ram:NetPriceProductTradePrice>"
        "</ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery>"
        '<ram:BilledQuantity unitCode="C62">1</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>'
        "<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>"
        f"<ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>{deal.rate}"
        "</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
        "<ram:SpecifiedTradeSettlementLineMonetarySummation>"
        f"<ram:LineTotalAmount>{amount}</ram:LineTotalAmount>"
        "</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>"
        "</ram:IncludedSupplyChainTradeLineItem>"
    )


def _means(deal: Deal) -> str:
    tag, iban = "PayeePartyCreditorFinancialAccount", deal.seller.iban
    if deal.means == "59":
        tag, iban = "PayerPartyDebtorFinancialAccount", deal.payer_iban
    account = f"<ram:{tag}><ram:IBANID>{iban}</ram:IBANID></ram:{tag}>"
    return (
        "<ram:SpecifiedTradeSettlementPaymentMeans>"
        f"<ram:TypeCode>{deal.means}</ram:TypeCode>{account}</ram:SpecifiedTradeSettlementPaymentMeans>"
    )


def _terms(deal: Deal) -> str:
    words = f"<ram:Description>{escape(deal.terms)}</ram:Description>" if deal.terms else ""
    if deal.credit:
        return ""
    return "".join(
        f"<ram:SpecifiedTradePaymentTerms>{words}<ram:DueDateDateTime>{_day(day)}"
        "</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
        for day in deal.dues
    )


def _sums(deal: Deal, tag: str) -> str:
    money = f' currencyID="{deal.currency}"'
    every = money if tag.startswith("SpecifiedTradeSettlementMonetary") else ""
    prepaid = f"<ram:TotalPrepaidAmount{every}>{deal.prepaid}</ram:TotalPrepaidAmount>"
    return (
        f"<ram:{tag}><ram:LineTotalAmount{every}>{deal.net}</ram:LineTotalAmount>"
        f"<ram:TaxBasisTotalAmount{every}>{deal.net}</ram:TaxBasisTotalAmount>"
        f"<ram:TaxTotalAmount{money}>{deal.tax}</ram:TaxTotalAmount>"
        f"<ram:GrandTotalAmount{every}>{deal.gross}</ram:GrandTotalAmount>"
        f"{prepaid if deal.prepaid else ''}"
        f"<ram:DuePayableAmount{every}>{deal.payable}</ram:DuePayableAmount></ram:{tag}>"
    )


def cross_industry(deal: Deal, profile: str = "urn:cen.eu:en16931:2017") -> bytes:
    """CII D16B; the MINIMUM profile of Factur-X has no lines."""
    minimum = profile.endswith("minimum")
    lines = "" if minimum else "".join(_line(i + 1, a, deal) for i, a in enumerate(deal.lines))
    pay = "" if minimum else f"<ram:PaymentReference>{deal.number}</ram:PaymentReference>"
    detail = "" if minimum or deal.credit else _means(deal)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice {SPACES}>'
        "<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>"
        f"<ram:ID>{profile}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>"
        f"</rsm:ExchangedDocumentContext><rsm:ExchangedDocument><ram:ID>{deal.number}</ram:ID>"
        f"<ram:TypeCode>{381 if deal.credit else 380}</ram:TypeCode><ram:IssueDateTime>{_day(deal.issued)}"
        f"</ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>{lines}"
        "<ram:ApplicableHeaderTradeAgreement>"
        + _party("SellerTradeParty", deal.seller.legal, deal.street, deal.country, deal.seller.vat)
        + _party("BuyerTradeParty", deal.buyer.name, deal.buyer.block[1:], deal.country)
        + "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/>"
        f"<ram:ApplicableHeaderTradeSettlement>{pay}"
        f"<ram:InvoiceCurrencyCode>{deal.currency}</ram:InvoiceCurrencyCode>{detail}{_terms(deal)}"
        + _sums(deal, "SpecifiedTradeSettlementHeaderMonetarySummation")
        + "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>"
        "</rsm:CrossIndustryInvoice>\n"
    )
    return text.encode()


def zugferd_1(deal: Deal) -> bytes:
    """ZUGFeRD 1.0 (2014): another root, other namespaces, amounts with their currency."""
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryDocument {SPACES_1}>'
        "<rsm:SpecifiedExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>"
        "<ram:ID>urn:ferd:CrossIndustryDocument:invoice:1p0:comfort</ram:ID>"
        "</ram:GuidelineSpecifiedDocumentContextParameter></rsm:SpecifiedExchangedDocumentContext>"
        f"<rsm:HeaderExchangedDocument><ram:ID>{deal.number}</ram:ID><ram:Name>RECHNUNG</ram:Name>"
        f"<ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>{_day(deal.issued)}</ram:IssueDateTime>"
        "</rsm:HeaderExchangedDocument><rsm:SpecifiedSupplyChainTradeTransaction>"
        "<ram:ApplicableSupplyChainTradeAgreement>"
        + _party("SellerTradeParty", deal.seller.legal, deal.street, deal.country, deal.seller.vat)
        + _party("BuyerTradeParty", deal.buyer.name, deal.buyer.block[1:], deal.country)
        + "</ram:ApplicableSupplyChainTradeAgreement><ram:ApplicableSupplyChainTradeSettlement>"
        f"<ram:PaymentReference>{deal.number}</ram:PaymentReference>"
        f"<ram:InvoiceCurrencyCode>{deal.currency}</ram:InvoiceCurrencyCode>{_means(deal)}{_terms(deal)}"
        + _sums(deal, "SpecifiedTradeSettlementMonetarySummation")
        + "</ram:ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction>"
        "</rsm:CrossIndustryDocument>\n"
    )
    return text.encode()
