"""Writes the e-invoices into samples/bills, each beside its answer."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from samples.bills import write_answer
from samples.einvoices.cii import cross_industry, zugferd_1
from samples.einvoices.deal import Deal
from samples.einvoices.hybrid import hybrid
from samples.einvoices.ubl import XRECHNUNG, universal

FACTURX = "factur-x.xml"
SKONTO = "Zahlbar innerhalb 30 Tagen netto, 2 % Skonto bei Zahlung innerhalb von 10 Tagen"
HUNDRED = Decimal("100.00")
NINETEEN = Decimal(19)


def hybrids() -> Iterator[tuple[Deal, bytes, str, list[str]]]:
    """PDF files that carry XML."""
    basic = Deal("facturx-en16931", "FR", "supplier")
    yield basic, cross_industry(basic), FACTURX, []
    part = Deal("facturx-prepaid", "FR", "trades", 1, prepaid=HUNDRED, means="30")
    yield part, cross_industry(part), FACTURX, ["prepaid"]
    small = Deal("facturx-minimum", "FR", "freelance", 1)
    profile = "urn:factur-x.eu:1p0:minimum"
    yield small, cross_industry(small, profile), FACTURX, ["minimum_profile"]
    debit = Deal(
        "facturx-debit", "FR", "telecom", means="59", terms="Prélèvement SEPA à l'échéance"
    )
    yield debit, cross_industry(debit), FACTURX, ["direct_debit"]
    old = Deal("zugferd1-comfort", "DE", "shop", rate=NINETEEN, means="58")
    yield old, zugferd_1(old), "ZUGFeRD-invoice.xml", ["zugferd1"]
    paid = Deal("zugferd1-prepaid", "DE", "trades", 1, rate=NINETEEN, prepaid=HUNDRED)
    yield paid, zugferd_1(paid), "ZUGFeRD-invoice.xml", ["zugferd1", "prepaid"]
    early = Deal("zugferd2-skonto", "DE", "trades", 2, rate=NINETEEN, terms=SKONTO)
    yield early, cross_industry(early), "zugferd-invoice.xml", ["early_discount"]


def files() -> Iterator[tuple[Deal, bytes, list[str]]]:
    """Plain XML files."""
    plain = Deal("cii-plain", "FR", "hosting")
    yield plain, cross_industry(plain), []
    parts = Deal("cii-two-dues", "DE", "energy", rate=NINETEEN, due_dates=2)
    yield parts, cross_industry(parts), ["several_due_dates"]
    credit = Deal("cii-credit-note", "FR", "shop", credit=True)
    yield credit, cross_industry(credit), ["credit"]
    peppol = Deal("ubl-peppol", "BE", "energy", rate=Decimal(6))
    yield peppol, universal(peppol), []
    xrechnung = Deal("ubl-xrechnung-debit", "DE", "hosting", rate=NINETEEN, means="59")
    yield xrechnung, universal(xrechnung, XRECHNUNG), ["direct_debit"]
    part = Deal("ubl-prepaid", "FR", "supplier", 2, prepaid=HUNDRED)
    yield part, universal(part), ["prepaid"]
    pounds = Deal("ubl-pounds", "GB", "freelance", currency="GBP", terms="30 days net")
    yield pounds, universal(pounds), []
    note = Deal("ubl-credit-note", "FR", "supplier", 1, credit=True)
    yield note, universal(note), ["credit"]


def write(folder: Path) -> int:
    """Write all e-invoices; returns how many."""
    count = 0
    for deal, xml, attached, traps in hybrids():
        _put(folder, f"ei-{deal.name}.pdf", hybrid(deal, xml, attached), deal, traps)
        count += 1
    for deal, xml, traps in files():
        _put(folder, f"ei-{deal.name}.xml", xml, deal, traps)
        count += 1
    return count


def _put(folder: Path, file: str, data: bytes, deal: Deal, traps: list[str]) -> None:
    (folder / file).write_bytes(data)
    write_answer((folder / file).with_suffix(".json"), deal.answer(file, traps))
