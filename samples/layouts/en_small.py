"""British and Irish small businesses, shops, schools, reminders and credit notes."""

from datetime import timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, num
from samples.smallprint import footer
from samples.tables import pairs, table


def sole_trader(c: Case) -> Drawn:
    """Invoice "30 days net" with sort code; customer is a company."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    hours, rate = Decimal(c.rng.randrange(6, 40)), Decimal(c.rng.randrange(35, 90))
    total, number, client = hours * rate, c.number("INV-0###"), c.client_firm()
    days = 30 if c.variant != 1 else 14
    s.text(20, 26, "INVOICE", 28, "b", "#333333")
    s.lines(190, 20, [firm.name, *c.address, f"hello@{firm.site}"], 9, "r")
    s.lines(20, 50, ["Bill to", *client.block], 9.5, "h")
    pairs(s, 125, 50, [("Invoice no.", number), ("Date", long(c.issued, "en")), ("Terms", c.of("30 days net", "Payment within 14 days", "Net 30"))], 30, size=9)
    y = table(s, 20, 85, (95, 20, 28, 28), ("Description", "Hours", "Rate", "Amount"), [("Website copy and layout", str(hours), en(rate), en(total))], look="zebra", ink="#333333", size=9)
    s.text(140, y + 8, "Total", 12, "b")
    s.text(191, y + 8, en(total), 12, "br")
    s.lines(20, y + 25, ["Payment details", f"Account name: {firm.name}", f"Sort code: {c.number('99-##-##')}", f"Account no: {c.number('########')}", f"Please quote {number}"], 9, "h")
    s.text(20, 270, "Not VAT registered. Thank you for your business!", 8, "i")
    return c.done(s, "to_pay", total, due=c.issued + timedelta(days=days), number=number, reference=number, means="transfer", traps=["derived_due", "customer_is_company"])


def electrician(c: Case) -> Drawn:
    """Tradesman's invoice on a carbon-copy form: boxes, CIS and VAT, due on receipt."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    net = c.money(90, 1400)
    tax = (net / 5).quantize(net)
    total, number = net + tax, c.number("#####")
    s.box(15, 12, 180, 28)
    s.text(105, 22, firm.legal.upper(), 15, "bc")
    s.text(105, 29, " ".join(c.address), 8, "c")
    s.text(105, 35, f"VAT Reg. No. {firm.vat}", 8, "c")
    s.box(15, 44, 110, 32)
    s.lines(18, 51, ["To:", *c.party.block], 9)
    s.box(128, 44, 67, 32)
    pairs(s, 131, 52, [("Invoice No.", number), ("Tax point", num(c.issued, "d/m/y")), ("Order", "verbal")], 30, size=9)
    s.box(15, 80, 180, 100)
    s.lines(18, 88, ["Replace consumer unit, 18th edition", "Test and certificate", "Materials as listed"], 10)
    for row, (label, value) in enumerate((("GOODS", net), ("V.A.T. 20%", tax), ("TOTAL", total))):
        s.box(128, 182 + 9 * row, 33, 9)
        s.box(161, 182 + 9 * row, 34, 9)
        s.text(131, 188 + 9 * row, label, 9, "b")
        s.text(193, 188 + 9 * row, en(value), 10, "r")
    s.text(15, 220, "PAYMENT DUE ON RECEIPT OF INVOICE - CHEQUES PAYABLE TO " + firm.legal.upper(), 8, "b")
    footer(c, s)
    return c.done(s, "to_pay", total, due=c.issued, number=number, means="cheque", traps=["derived_due", "two_digit_year", "several_totals"])


def shop_receipt(c: Case) -> Drawn:
    """Till receipt on an 80 mm roll: cash, change, VAT summary."""
    s, firm = c.sheet("Courier"), c.firm
    items = [c.money(1, 40) for _ in range(5)]
    total = sum(items, Decimal(0))
    given = (total // 10 + 1) * 10
    names = ("COMPOST 50L", "TERRACOTTA POT", "SEEDS MIX", "TEA & SCONE", "GLOVES M")
    s.lines(105, 20, [firm.name.upper(), *c.address, f"VAT No {firm.vat}"], 9, "c")
    s.text(70, 46, f"{num(c.issued)} 14:{c.rng.randrange(10, 59)}   TILL 03", 9)
    rows = [(n, en(i, "")) for n, i in zip(names, items, strict=True)]
    y = table(s, 68, 54, (50, 25), (), [*rows, ("*TOTAL", en(total)), ("CASH", en(given)), ("CHANGE", en(given - total))], look="plain", size=9)
    s.text(105, y + 8, "THANK YOU - PLEASE KEEP YOUR RECEIPT", 8, "c")
    return c.done(s, "receipt", total, means="cash", traps=["already_paid", "cash_given"])


def school_fees(c: Case) -> Drawn:
    """Term fees with sibling discount; payable before the first day of term."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    fee, lunch = Decimal(c.rng.randrange(800, 3900)), c.money(120, 260)
    off = (fee / 10).quantize(fee)
    total, due = fee + lunch - off, c.issued + timedelta(days=28)
    number = c.number("T####/###")
    s.text(105, 22, "St Brannoc's School", 20, "ic", "#7b1113")
    s.text(105, 29, ", ".join(c.address), 8, "c")
    s.lines(20, 45, c.party.block, 10)
    s.text(130, 45, f"Fee invoice {number}", 10, "b")
    s.text(130, 51, f"Issued {long(c.issued, 'en')}", 9)
    rows = [("Tuition, autumn term", en(fee)), ("Lunches", en(lunch)), ("Sibling discount (10%)", en(-off)), ("*Total payable", en(total))]
    y = table(s, 20, 80, (125, 45), ("Pupil: J. Russell, Year 4", "£"), rows, look="rules", ink="#7b1113", size=10)
    s.text(20, y + 8, f"Fees are due on or before {long(due, 'en', weekday=True)}.", 10, "b")
    s.para(20, y + 16, 170, f"BACS: {firm.legal}, sort code {c.number('99-##-##')}, account {c.number('########')}. A late payment charge of 1.5% per month applies. An advance deposit of £500.00 is held and is not deducted here.", 9)
    return c.done(s, "to_pay", total, due=due, number=number, biller=("St Brannoc's School", "St Brannoc's School Trust"), means="transfer", traps=["deposit_not_deducted", "several_totals"])


def gym(c: Case) -> Drawn:
    """Gym membership confirmation: charged to the card each month."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, number = c.money(15, 60), c.issued + timedelta(days=5), c.number("IG######")
    s.box(0, 0, 210, 45, "#111111", "")
    s.text(20, 28, firm.name.upper(), 26, "b", "#f7d417")
    s.text(20, 60, "Membership invoice", 16, "b")
    pairs(s, 20, 75, [("Member", c.party.name), ("Membership no.", number), ("Invoice date", long(c.issued, "en")), ("Next payment", long(due, "en")), ("Amount", en(total))], 50, "before" if c.variant else "beside", 10)
    s.para(20, 115, 170, f"Your monthly fee of {en(total)} will be charged to your Visa card ending 4412 on {long(due, 'en')}. Joining fee waived (was £25.00).", 10)
    footer(c, s)
    return c.done(s, "to_be_debited", total, due=due, customer=number, means="card", traps=["card_charge", "advert_amount"])


def final_notice(c: Case) -> Drawn:
    """Final reminder from a utility: overdue amount, seven days, threat of collection."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    total, fee = c.money(60, 420), Decimal("15.00")
    due, account = c.issued + timedelta(days=7), c.number("85########")
    s.text(15, 20, firm.name, 17, "b", c.tint)
    s.lines(15, 42, c.party.block, 10)
    s.text(195, 42, f"Account {account}", 9, "r")
    s.text(195, 48, long(c.issued, "en"), 9, "r")
    s.box(15, 72, 180, 12, "#b00020", "")
    s.text(105, 80, c.of("FINAL REMINDER", "OVERDUE - PLEASE PAY NOW"), 13, "bc", "#ffffff")
    s.para(15, 95, 178, f"Dear customer, our records show that your bill dated {long(add_months(c.issued, -2), 'en')} has not been paid. Unless we receive {en(total + fee)} by {long(due, 'en')} we will pass your account to a debt collection agency.", 11)
    pairs(s, 30, 125, [("Overdue balance", en(total)), ("Late payment fee", en(fee)), ("Total to pay now", en(total + fee))], 120, "right", 11, "b")
    s.para(15, 155, 178, f"Already paid? Thank you, please ignore this letter. Otherwise pay at {firm.site}/pay or by transfer to IBAN {c.iban()} quoting {account}.", 9)
    footer(c, s)
    return c.done(s, "reminder", total + fee, due=due, customer=account, iban=firm.iban, reference=account, means="transfer", traps=["fees_added", "old_bill_date"])


def credit_note(c: Case) -> Drawn:
    """Credit note in brackets style: (£12.00)."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    total, number = c.money(10, 190), c.number("CN-#####")
    net, tax = c.vat(total)
    s.text(190, 25, "CREDIT NOTE", 22, "r", "#666666")
    s.lines(20, 22, [firm.name, *c.address], 9, "h")
    s.lines(20, 55, c.party.block, 10)
    pairs(s, 130, 50, [("Credit note", number), ("Date", num(c.issued)), ("Original invoice", c.number("INV-#####"))], 32, size=9)
    rows = [("Returned: trail pump", f"({en(net)})"), ("VAT", f"({en(tax)})"), ("*Total credit", f"({en(total)})")]
    table(s, 20, 90, (120, 50), ("Description", "Amount"), rows, look="grid", size=10)
    s.text(20, 130, "This amount has been credited to your card. No payment is required.", 10)
    footer(c, s)
    return c.done(s, "credit_note", -total, number=number, traps=["brackets_negative", "other_bill_number"])


def irish_broadband(c: Case) -> Drawn:
    """Irish broadband: euro before the amount, day-month names short, mandate direct debit."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    total, due, account = c.money(30, 75), c.issued + timedelta(days=15), c.number("IE-####-###")
    number = c.number("CB-######")
    short = due.strftime("%d %b %Y")
    s.text(195, 20, firm.name, 18, "br", "#00897b")
    s.lines(195, 27, c.address, 8, "r")
    s.lines(15, 30, c.party.block, 10)
    pairs(s, 15, 62, [("Account", account), ("Invoice", number), ("Issued", c.issued.strftime("%d %b %Y")), ("Due", short)], 45, "across", 9, "b")
    rows = [("Brought forward", "€0.00"), ("Fibre 1Gb, 1 month", en(total, "€")), ("*Amount Due", en(total, "€"))]
    table(s, 15, 85, (130, 45), ("", "Inc. VAT 23%"), rows, look="rules", ink="#00897b", size=10)
    text = f"This amount will be debited from your account ({c.masked()}) on {short}." if c.variant == 0 else f"Please pay by {short} to {c.iban()}, reference {account}."
    s.para(15, 120, 175, text, 10)
    auto = c.variant == 0
    return c.done(s, "to_be_debited" if auto else "to_pay", total, due=due, number=number, customer=account, iban=None if auto else firm.iban, reference=None if auto else account, means="direct_debit" if auto else "transfer", traps=["short_months", "symbol_before"] + (["direct_debit", "customer_iban"] if auto else []))
