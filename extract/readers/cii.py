"""UN/CEFACT Cross Industry Invoice: ZUGFeRD 1.0, 2.x, Factur-X and XRechnung in CII."""

from extract.einvoice import Account, Parts, Term, reading_of
from extract.line_items.xml_lines import CII
from extract.reader import Source
from extract.roots import CII_ROOTS, invoice_root
from models.document import Form
from models.reading import Reading
from models.xml_tree import Element, children, find, find_all, text_of

_HEAD = "ExchangedDocument|HeaderExchangedDocument"
_DEAL = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
_AGREEMENT = f"{_DEAL}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
_SETTLEMENT = f"{_DEAL}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
_SUMS = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
_MOST_MEANS = 20


class Cii:
    """Reads a CII document, also one wrapped in another element."""

    name = "cii"
    proven_against = "84 CII files of public test suites (XRechnung, ZUGFeRD 2.x, Factur-X, Peppol)"

    def reads(self, source: Source) -> bool:
        """True for XML whose root may be a CII invoice."""
        document = source.document
        # The name may stand in UTF-16: NUL bytes off.
        return document.form is Form.XML and any(
            root.encode() in document.data[:8192].replace(b"\0", b"") for root in CII_ROOTS
        )

    def read(self, source: Source) -> Reading | None:
        """The reading, or None when the XML holds no CII invoice. Raises as parse_xml does."""
        root = invoice_root(source.document.data, CII_ROOTS)
        return None if root is None else cii_reading(root, self.name)


def cii_reading(root: Element, source: str) -> Reading:
    """The Reading of a CII root of any version."""
    return reading_of(_parts(root), source)


def _parts(root: Element) -> Parts:
    head, agreement = find(root, _HEAD), find(root, _AGREEMENT)
    settlement = find(root, _SETTLEMENT)
    seller, sums = find(agreement, "SellerTradeParty"), find(settlement, _SUMS)
    currency = find(settlement, "InvoiceCurrencyCode")
    code = text_of(currency)
    return Parts(
        type_code=find(head, "TypeCode"),
        number=find(head, "ID"),
        issued=find(head, "IssueDateTime/DateTimeString|DateTime"),
        currency=currency,
        biller=_first(seller, "Name", "SpecifiedLegalOrganization/TradingBusinessName"),
        biller_id=_register_number(seller),
        contact=_contact(seller),
        customer_number=find(agreement, "BuyerTradeParty/ID"),
        period=(
            find(settlement, "BillingSpecifiedPeriod/StartDateTime/DateTimeString"),
            find(settlement, "BillingSpecifiedPeriod/EndDateTime/DateTimeString"),
        ),
        reference=find(settlement, "PaymentReference"),
        due_amount=_sum(sums, "DuePayableAmount", code),
        grand_total=_sum(sums, "GrandTotalAmount", code),
        net=_sum(sums, "TaxBasisTotalAmount", code),
        tax=_sum(sums, "TaxTotalAmount", code),
        prepaid=_sum(sums, "TotalPrepaidAmount", code),
        rounding=_sum(sums, "RoundingAmount", code),
        terms=tuple(map(_term, children(settlement, "SpecifiedTradePaymentTerms"))),
        accounts=tuple(map(_account, children(settlement, "SpecifiedTradeSettlementPaymentMeans")))[
            :_MOST_MEANS
        ],
        notes=tuple(find_all(head, "IncludedNote/Content")),
        lines=(find(root, _DEAL), CII),
        sums_of_lines=(
            _sum(sums, "LineTotalAmount", code),
            _sum(sums, "AllowanceTotalAmount", code),
            _sum(sums, "ChargeTotalAmount", code),
        ),
    )


def _first(parent: Element | None, *paths: str) -> Element | None:
    """The first path that holds text."""
    found = (find(parent, path) for path in paths)
    return next((element for element in found if text_of(element)), None)


def _sum(sums: Element | None, name: str, currency: str) -> Element | None:
    """The total called `name`, in the invoice's currency when it is stated in several."""
    stated = [one for one in children(sums, name) if text_of(one)]
    same = [one for one in stated if one.get("currencyID", currency) == currency]
    return next(iter(same or stated), None)


def _register_number(seller: Element | None) -> Element | None:
    numbers = find_all(seller, "SpecifiedTaxRegistration/ID")
    vat = [number for number in numbers if number.get("schemeID") == "VA"]
    legal = find(seller, "SpecifiedLegalOrganization/ID")
    return next((one for one in [*vat, legal, *numbers] if text_of(one)), None)


def _contact(seller: Element | None) -> Element | None:
    mail = _first(seller, "DefinedTradeContact/EmailURIUniversalCommunication/URIID")
    other = [
        one
        for one in find_all(seller, "URIUniversalCommunication/URIID")
        if one.get("schemeID") == "EM"
    ]
    phone = _first(seller, "DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber")
    return next((one for one in [mail, *other, phone] if text_of(one)), None)


def _term(term: Element) -> Term:
    return Term(
        due=find(term, "DueDateDateTime/DateTimeString|DateTime"),
        share=find(term, "PartialPaymentAmount"),
        prose=find(term, "Description"),
        discounted=_is_discounted(term),
    )


def _is_discounted(term: Element) -> bool:
    """True when a discount hangs on the very date of the term, not on a number of days."""
    terms = children(term, "ApplicableTradePaymentDiscountTerms")
    return any(text_of(find(one, "BasisPeriodMeasure")) == "" for one in terms)


def _account(means: Element) -> Account:
    payee = find(means, "PayeePartyCreditorFinancialAccount")
    return Account(find(means, "TypeCode"), _first(payee, "IBANID", "ProprietaryID"))
