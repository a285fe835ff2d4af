"""A British letting agent's rent demand."""

from datetime import timedelta
from decimal import Decimal

from samples.blind.draft import Draft, Result
from samples.formats import add_months, en, num
from samples.identifiers import vat_gb
from samples.tables import pairs, table


def letting_agent(d: Draft) -> Result:
    """A letting agent's rent demand with sort code and account number."""
    d.firm(
        "Marlow & Finch|Marlow & Finch Lettings LLP",
        "Kestrel Lets|Kestrel Residential Ltd",
        "Haven Estates",
    )
    s, total, number = d.sheet(), Decimal(d.rng.randrange(650, 2300)), d.no("RD/0####")
    due = add_months(d.issued.replace(day=1), 1)
    end = add_months(due, 1) - timedelta(1)
    ref = d.no("T00####") + d.party[0].split()[-1][:4].upper()
    s.text(195, 20, d.trade, 16, "br", "#7a1f3d")
    s.text(195, 26, " · ".join(d.seat), 8, "r")
    s.text(15, 44, "RENT DEMAND", 16, "b")
    s.lines(15, 54, ("To:", *d.party), 10)
    pairs(s, 125, 54, (("Demand no.", number), ("Date", num(d.issued)), ("Tenant ref.", ref),
                       ("Due", num(due))), 28, size=9.5)  # fmt: skip
    s.text(15, 86, f"Landlord: {d.other[0]}", 9)
    rows = [
        (f"Rent for the period {num(due)} to {num(end)}", en(total)),
        ("VAT", "Nil"),
        ("*Total due", en(total)),
    ]
    table(s, 15, 96, (135, 40), ("Description", "Amount"), rows, size=9.5, look="grid")
    s.lines(
        15,
        125,
        (
            "Please pay by standing order or bank transfer",
            "Account name: " + d.legal + " Client Account",
            f"Sort code: {d.no('20-##-##')}    Account: {d.no('########')}",
            f"Reference: {ref}",
        ),
        10,
        "h",
    )
    s.para(
        15,
        150,
        180,
        "Deposit of £1,150.00 held with the Tenancy Deposit Scheme. Interest at 3% above base"
        " rate may be charged on rent more than 14 days late.",
        8,
    )
    s.para(
        15,
        282,
        180,
        f"{d.legal}. VAT {vat_gb(d.rng)}. Member of ARLA Propertymark. ICO Z{d.no('#######')}.",
        6.5,
    )
    return d.done(
        s,
        "to_pay",
        total,
        due=due,
        number=number,
        reference=ref,
        period=(due, end),
        means="transfer",
        skip=("customer_number",),
        traps=("deposit_held", "landlord"),
    )


DRAWERS = (("en-letting-agent", letting_agent),)
