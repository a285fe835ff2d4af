"""OASIS UBL 2.x invoices and credit notes: Peppol BIS, XRechnung in UBL, national profiles."""

from extract.einvoice import Account, Parts, Term, reading_of
from extract.line_items.xml_lines import UBL
from extract.reader import Source
from extract.roots import UBL_ROOTS, invoice_root
from models.document import Form
from models.reading import Reading
from models.xml_tree import Element, children, find, find_all, local_name, text_of

_SUPPLIER = "AccountingSupplierParty/Party"
_MOST_MEANS = 20


class Ubl:
    """Reads a UBL Invoice or CreditNote, also inside a StandardBusinessDocument."""

    name = "ubl"
    proven_against = "76 UBL files of public test suites (Peppol BIS 3, XRechnung, ZUGFeRD)"

    def reads(self, source: Source) -> bool:
        """True for XML that names a UBL root; the root element decides in `read`."""
        document = source.document
        # The totals may lie far down: the name of the vocabulary stands at the top.
        head = document.data[:8192].replace(b"\0", b"")
        return document.form is Form.XML and (b"Invoice" in head or b"CreditNote" in head)

    def read(self, source: Source) -> Reading | None:
        """The reading, or None when the XML holds no UBL invoice. Raises as parse_xml does."""
        root = invoice_root(source.document.data, UBL_ROOTS)
        return None if root is None else ubl_reading(root, self.name)


def ubl_reading(root: Element, source: str) -> Reading | None:
    """The Reading of a UBL root; None when the element is another vocabulary's "Invoice"."""
    if find(root, "LegalMonetaryTotal") is None:
        return None
    return reading_of(_parts(root), source)


def _parts(root: Element) -> Parts:
    supplier, sums = find(root, _SUPPLIER), find(root, "LegalMonetaryTotal")
    payments = children(root, "PaymentMeans")[:_MOST_MEANS]
    return Parts(
        type_code=find(root, "InvoiceTypeCode|CreditNoteTypeCode"),
        number=find(root, "ID"),
        issued=find(root, "IssueDate"),
        currency=find(root, "DocumentCurrencyCode"),
        biller=_first(supplier, "PartyLegalEntity/RegistrationName", "PartyName/Name"),
        biller_id=_register_number(supplier),
        contact=_contact(supplier),
        customer_number=_first(
            root,
            "AccountingCustomerParty/SupplierAssignedAccountID",
            "AccountingCustomerParty/Party/PartyIdentification/ID",
        ),
        period=(find(root, "InvoicePeriod/StartDate"), find(root, "InvoicePeriod/EndDate")),
        reference=_first(root, "PaymentMeans/PaymentID", "PaymentMeans/InstructionID"),
        due_amount=find(sums, "PayableAmount"),
        grand_total=find(sums, "TaxInclusiveAmount"),
        net=find(sums, "TaxExclusiveAmount"),
        tax=_tax(root),
        prepaid=find(sums, "PrepaidAmount"),
        rounding=find(sums, "PayableRoundingAmount"),
        terms=_terms(root, payments),
        accounts=tuple(map(_account, payments)),
        notes=tuple(children(root, "Note")),
        lines=(root, UBL),
        sums_of_lines=(
            find(sums, "LineExtensionAmount"),
            find(sums, "AllowanceTotalAmount"),
            find(sums, "ChargeTotalAmount"),
        ),
        is_credit_note=local_name(root) == "CreditNote",
    )


def _first(parent: Element | None, *paths: str) -> Element | None:
    """The first path that holds text."""
    found = (element for path in paths for element in find_all(parent, path))
    return next((element for element in found if text_of(element)), None)


def _register_number(supplier: Element | None) -> Element | None:
    schemes = children(supplier, "PartyTaxScheme")
    vat = [find(one, "CompanyID") for one in schemes if text_of(find(one, "TaxScheme/ID")) == "VAT"]
    other = _first(supplier, "PartyLegalEntity/CompanyID", "PartyTaxScheme/CompanyID")
    return next((one for one in [*vat, other] if text_of(one)), None)


def _contact(supplier: Element | None) -> Element | None:
    mail = _first(supplier, "Contact/ElectronicMail")
    end = [one for one in children(supplier, "EndpointID") if one.get("schemeID") == "EM"]
    phone = _first(supplier, "Contact/Telephone")
    return next((one for one in [mail, *end, phone] if text_of(one)), None)


def _tax(root: Element) -> Element | None:
    """The tax in the invoice's currency: a second TaxTotal may state it in another (BT-111)."""
    currency = text_of(find(root, "DocumentCurrencyCode"))
    stated = find_all(root, "TaxTotal/TaxAmount")
    same = [one for one in stated if one.get("currencyID", currency) == currency]
    return next(iter(same or stated), None)


def _terms(root: Element, payments: list[Element]) -> tuple[Term, ...]:
    """The invoice's own due date, then the dated terms, then the due dates of the means."""
    prose = [
        Term(
            due=find(one, "PaymentDueDate"),
            share=find(one, "Amount"),
            prose=find(one, "Note"),
            discounted=find(one, "SettlementDiscountPercent") is not None,
        )
        for one in children(root, "PaymentTerms")
    ]
    due = [Term(due=one) for one in children(root, "DueDate")]
    means = [Term(due=date) for one in payments for date in children(one, "PaymentDueDate")]
    return (*due, *prose, *means)


def _account(means: Element) -> Account:
    return Account(find(means, "PaymentMeansCode"), find(means, "PayeeFinancialAccount/ID"))
