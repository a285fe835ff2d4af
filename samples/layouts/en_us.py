"""American bills: month-first dates, dollars, remittance coupons."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, num, us
from samples.smallprint import footer
from samples.tables import pairs, table


def utility(c: Case) -> Drawn:
    """Electric bill: previous balance and payment, late amount after the due date, coupon."""
    s, firm = c.sheet("Helvetica", "Courier"), c.firm
    now, before = c.money(45, 310), c.money(45, 200)
    due, account = c.issued + timedelta(days=21), c.number("#####-#####")
    late = (now * Decimal("1.015")).quantize(now)
    s.text(15, 20, firm.name, 17, "b", "#0d47a1")
    pairs(s, 130, 18, [("Account Number", account), ("Bill Date", us(c.issued)), ("Due Date", us(due))], 70, "right", 9)
    s.lines(15, 42, ["Service for:", *c.party.block], 9, "h")
    rows = [("Previous balance", en(before, "$")), (f"Payment received {us(c.issued - timedelta(days=11), True)} - thank you", en(-before, "$")), ("Balance forward", "$0.00"), ("Current charges", en(now, "$")), (c.of("*Amount Due", "*Total Amount Due"), en(now, "$"))]
    table(s, 15, 78, (125, 45), ("Billing Summary", ""), rows, look="rules", ink="#0d47a1", size=10)
    s.text(15, 120, f"Amount due after {us(due, True)}: {en(late, '$')}", 9)
    s.para(15, 130, 180, f"Usage 612 kWh over 30 days ({us(add_months(c.issued, -1), True)} - {us(c.issued, True)}), average $0.1421 per kWh. Go paperless and get a $5.00 credit!", 9)
    s.cut(195)
    s.text(15, 203, f"Return this part with a check payable to {firm.name}", 8, "i")
    s.lines(15, 215, c.party.block, 9)
    pairs(s, 125, 213, [("Account", account), ("Please pay by", us(due, True)), ("Amount Due", en(now, "$")), ("Amount Enclosed", "$ ________")], 75, "right", 9, "b")
    s.lines(125, 245, [firm.legal, *c.address], 9)
    return c.done(s, "to_pay", now, due=due, customer=account, period=(add_months(c.issued, -1), c.issued), means="cheque", traps=["us_dates", "previous_balance", "late_amount", "coupon"])


def saas(c: Case) -> Drawn:
    """Software subscription: charged to the card, or paid, as modern web invoices look."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, number = c.money(9, 490), c.number("8F3C##A-####")
    paid = c.variant != 1
    due = c.issued if paid else c.issued + timedelta(days=30)
    s.text(15, 22, "Receipt" if paid else "Invoice", 22, "b")
    s.text(200, 22, firm.name, 16, "br", c.tint)
    pairs(s, 15, 34, [("Invoice number", number), ("Date of issue", us(c.issued)), ("Date paid" if paid else "Date due", us(due))], 38, size=9, style="b")
    s.lines(15, 58, [firm.legal, *c.address], 9, "h")
    s.lines(95, 58, ["Bill to", *c.client_firm().block], 9, "h")
    s.text(15, 90, f"{en(total, '$')} " + (f"paid on {us(due)}" if paid else f"USD due {us(due)}"), 17, "b")
    y = table(s, 15, 105, (100, 20, 32, 32), ("Description", "Qty", "Unit price", "Amount"), [(f"Team plan ({us(c.issued)} - {us(add_months(c.issued, 1))})", "1", en(total, "$"), en(total, "$"))], look="rules", size=9)
    pairs(s, 120, y + 4, [("Subtotal", en(total, "$")), ("Total", en(total, "$")), ("Amount paid" if paid else "Amount due", en(total, "$"))], 78, "right", 9)
    footer(c, s, 265)
    return c.done(s, "receipt" if paid else "to_pay", total, due=None if paid else due, number=number, period=(c.issued, add_months(c.issued, 1)), means="card", traps=["customer_is_company"] + (["already_paid"] if paid else []))


def medical(c: Case) -> Drawn:
    """Clinic statement: charges, insurance adjustment, "PAY THIS AMOUNT"."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    mine = c.money(18, 290)
    adjust, insurer = c.money(80, 300), c.money(100, 900)
    due, account = c.issued + timedelta(days=25), c.number("P#####")
    s.lines(15, 16, [firm.legal, *c.address], 9, "h")
    s.box(110, 12, 92, 26)
    table(s, 110, 18, (30, 31, 31), ("STATEMENT DATE", "PAY THIS AMOUNT", "ACCT #"), [(us(c.issued, True), en(mine, "$"), account)], "ccc", "plain", size=7.5)
    s.text(112, 34, f"PAYMENT DUE BY {us(due, True)}", 8, "b")
    s.lines(15, 55, c.party.block, 10)
    gross = mine + adjust + insurer
    rows = [(us(add_months(c.issued, -2), True), "Office visit, established patient", en(gross, ""), ""), (us(add_months(c.issued, -1), True), "Insurance payment - Bluestone PPO", "", en(-insurer, "")), (us(add_months(c.issued, -1), True), "Contractual adjustment", "", en(-adjust, ""))]
    y = table(s, 15, 90, (30, 90, 32, 32), ("Date", "Description", "Charge", "Credit"), rows, "llrr", "grid", size=8.5)
    table(s, 15, y + 10, (46, 46, 46, 46), ("Current", "30-60 days", "Over 60", "Balance"), [(en(mine, "$"), "$0.00", "$0.00", en(mine, "$"))], "cccc", "grid", size=9)
    footer(c, s, 250)
    return c.done(s, "to_pay", mine, due=due, customer=account, means="cheque", traps=["us_dates", "several_totals", "insurer_name"])


def contractor(c: Case) -> Drawn:
    """Contractor's invoice "Net 15" with state sales tax and an underlined balance."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    net = Decimal(c.rng.randrange(300, 4000))
    tax = (net * Decimal("0.0825")).quantize(Decimal("0.01"))
    paid = Decimal(100)
    total, number = net + tax - paid, c.number("10##")
    s.text(108, 22, firm.name, 18, "bc")
    s.text(108, 28, "Licensed - Bonded - Insured", 9, "ic")
    s.lines(15, 45, ["Sold To:", *c.party.block], 10, "h")
    pairs(s, 140, 45, [("Invoice #", number), ("Date", us(c.issued, True)), ("Terms", c.of("Net 15", "Due in 15 days"))], 25, "colon", 10)
    rows = [("Gutter replacement, 120 ft", en(net, "$")), ("Sales tax 8.25%", en(tax, "$")), ("Less deposit", en(-paid, "$"))]
    y = table(s, 15, 85, (130, 50), ("Work performed", "Amount"), rows, look="grid", size=10)
    s.text(140, y + 8, "Balance Due", 12, "br")
    s.text(194, y + 8, en(total, "$"), 12, "br")
    s.rule(120, y + 10, 195)
    footer(c, s, 262)
    return c.done(s, "to_pay", total, due=c.issued + timedelta(days=15), number=number, means="cheque", traps=["us_dates", "derived_due", "prepaid"])
