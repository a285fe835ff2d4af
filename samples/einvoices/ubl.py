"""OASIS UBL 2.1 Invoice and CreditNote, as Peppol BIS 3 and XRechnung use them."""

from decimal import Decimal
from xml.sax.saxutils import escape

from samples.einvoices.deal import Deal
from samples.people import Party

PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"


def _spaces(root: str) -> str:
    base = "urn:oasis:names:specification:ubl:schema:xsd"
    return (
        f'xmlns="{base}:{root}-2" xmlns:cac="{base}:CommonAggregateComponents-2" '
        f'xmlns:cbc="{base}:CommonBasicComponents-2"'
    )


def _money(tag: str, amount: Decimal, deal: Deal) -> str:
    return f'<cbc:{tag} currencyID="{deal.currency}">{amount}</cbc:{tag}>'


def _seller(deal: Deal) -> str:
    tax = (
        f"<cac:PartyTaxScheme><cbc:CompanyID>{deal.seller.vat}</cbc:CompanyID><cac:TaxScheme>"
        "<cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
    )
    return (
        "<cac:AccountingSupplierParty><cac:Party><cac:PartyName>"
        f"<cbc:Name>{escape(deal.seller.name)}</cbc:Name></cac:PartyName><cac:PostalAddress>"
        f"<cbc:StreetName>{escape(deal.street[0])}</cbc:StreetName><cac:Country><cbc:IdentificationCode>"
        f"{deal.country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
        f"{tax if deal.seller.vat else ''}<cac:PartyLegalEntity><cbc:RegistrationName>"
        f"{escape(deal.seller.legal)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>"
        "</cac:AccountingSupplierParty>"
    )


def _buyer(party: Party) -> str:
    return (
        "<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>"
        f"{escape(party.name)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>"
        "</cac:AccountingCustomerParty>"
    )


def _payment(deal: Deal) -> str:
    account = f"<cac:PayeeFinancialAccount><cbc:ID>{deal.seller.iban}</cbc:ID></cac:PayeeFinancialAccount>"
    if deal.means == "59":
        account = (
            "<cac:PaymentMandate><cbc:ID>MD-1</cbc:ID><cac:PayerFinancialAccount>"
            f"<cbc:ID>{deal.payer_iban}</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>"
        )
    terms = f"<cac:PaymentTerms><cbc:Note>{escape(deal.terms)}</cbc:Note></cac:PaymentTerms>"
    return (
        f"<cac:PaymentMeans><cbc:PaymentMeansCode>{deal.means}</cbc:PaymentMeansCode>"
        f"<cbc:PaymentID>{deal.number}</cbc:PaymentID>{account}</cac:PaymentMeans>"
        f"{terms if deal.terms else ''}"
    )


def _total(deal: Deal) -> str:
    prepaid = _money("PrepaidAmount", deal.prepaid, deal) if deal.prepaid else ""
    return (
        f"<cac:TaxTotal>{_money('TaxAmount', deal.tax, deal)}</cac:TaxTotal><cac:LegalMonetaryTotal>"
        f"{_money('LineExtensionAmount', deal.net, deal)}{_money('TaxExclusiveAmount', deal.net, deal)}"
        f"{_money('TaxInclusiveAmount', deal.gross, deal)}{prepaid}"
        f"{_money('PayableAmount', deal.payable, deal)}</cac:LegalMonetaryTotal>"
    )


def _lines(deal: Deal) -> str:
    tag, many = (
        ("CreditNoteLine", "CreditedQuantity")
        if deal.credit
        else ("InvoiceLine", "InvoicedQuantity")
    )
    return "".join(
        f'<cac:{tag}><cbc:ID>{i + 1}</cbc:ID><cbc:{many} unitCode="C62">1</cbc:{many}>'
        f"{_money('LineExtensionAmount', amount, deal)}<cac:Item><cbc:Name>Article"
        f" {i + 1}</cbc:Name>"
        f"</cac:Item><cac:Price>{_money('PriceAmount', amount, deal)}</cac:Price></cac:{tag}>"
        for i, amount in enumerate(deal.lines)
    )


def universal(deal: Deal, profile: str = PEPPOL) -> bytes:
    """An Invoice, or a CreditNote (which has no due date of its own)."""
    root = "CreditNote" if deal.credit else "Invoice"
    code = f"<cbc:{root}TypeCode>{381 if deal.credit else 380}</cbc:{root}TypeCode>"
    due = "" if deal.credit else f"<cbc:DueDate>{deal.dues[-1]}</cbc:DueDate>"
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {_spaces(root)}>'
        f"<cbc:CustomizationID>{profile}</cbc:CustomizationID><cbc:ID>{deal.number}</cbc:ID>"
        f"<cbc:IssueDate>{deal.issued}</cbc:IssueDate>{due}{code}"
        f"<cbc:DocumentCurrencyCode>{deal.currency}</cbc:DocumentCurrencyCode>"
        f"{_seller(deal)}{_buyer(deal.buyer)}{'' if deal.credit else _payment(deal)}"
        f"{_total(deal)}{_lines(deal)}</{root}>\n"
    )
    return text.encode()
