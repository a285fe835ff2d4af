"""Rows that say where to pay to: account, holder, bank, reference."""

from samples.composed.draft import Draft, Rows
from samples.composed.places import figures


def bank_rows(d: Draft) -> Rows:
    """Where to pay to."""
    firm = d.bill.firm
    if not d.transfer:
        return []
    if d.sort_code:
        found = [("Sort code", figures(d.rng, "##-##-##")),
                 ("Account number", figures(d.rng, "########"))]  # fmt: skip
    else:
        found = [d.tell("iban", d.label("iban"), d.values["iban"])]
        found += [(d.label("bic"), firm.bic)] if d.chance(0.7) else []
    if d.chance(0.45):
        found.insert(0, _holder(d))
    if d.chance(0.3):
        found.append((d.label("bank"), firm.bank))
        d.trap("bank_name")
    if d.chance(0.6):
        found.append(d.tell("reference", d.label("reference"), d.bill.reference))
    return found


def _holder(d: Draft) -> tuple[str, str]:
    """Whose account it is: the biller's, on a few bills a person's."""
    if d.chance(0.2):
        d.trap("other_holder")
        return d.label("payee"), d.values["clerk_name"]
    return d.tell("biller", d.label("payee"), d.bill.firm.legal)
