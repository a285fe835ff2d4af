"""British household bills: energy, water, telecom, council, rent, insurance."""

from datetime import date, timedelta
from decimal import Decimal

from samples.case import Case, Drawn
from samples.formats import add_months, en, long, month_end, month_start, num
from samples.page import Sheet
from samples.smallprint import footer
from samples.tables import pairs, table


def energy_statement(c: Case) -> Drawn:
    """Energy by direct debit: balance, what you used, what we will collect and when."""
    s, firm = c.sheet("Helvetica", "Vera"), c.firm
    used, before, paid = c.money(70, 240), c.money(10, 90), c.money(60, 90)
    due, account, number = c.after(12), c.number("A-########"), c.number("KI-########-####")
    balance = before + used - paid
    start = add_months(c.issued, -1)
    s.box(0, 0, 210, 30, "#1b1464", "")
    s.text(15, 19, firm.name.lower(), 20, "b", "#ff5fd2")
    s.text(195, 19, "Your energy statement", 12, "r", "#ffffff")
    s.lines(15, 45, c.party.block, 10)
    pairs(s, 125, 45, [("Your account number", account), ("Statement date", long(c.issued, "en")), ("Statement number", number)], 38, size=8)
    s.text(15, 80, f"For the period {long(start, 'en')} - {long(c.issued, 'en')}", 9)
    rows = [("Your balance on your last statement", en(before) + " in debit"), ("What you've paid since - thank you", en(-paid)), ("Electricity", en(used * 6 / 10)), ("Gas", en(used - used * 6 / 10)), (c.of("*Your new balance", "*Total you owe", "*Balance to collect"), en(balance) + " in debit")]
    table(s, 15, 92, (125, 50), ("Your account summary", ""), rows, look="rules", ink="#1b1464", size=10)
    s.box(15, 135, 180, 24, "#f3e9fb", "", 3)
    s.text(20, 143, f"We'll collect {en(balance)} by Direct Debit on or around {long(due, 'en')}.", 11, "b")
    s.text(20, 151, "You don't need to do anything. Your payments are protected by the Direct Debit Guarantee.", 8.5)
    s.para(15, 172, 178, f"Could you pay less? On our Fixed 12M tariff you could save £143.20 a year. Exit fee: £75.00 per fuel. Energy price cap from 1 January {c.issued.year + 1}: £1,738.", 8)
    footer(c, s)
    _usage(c, s, used)
    return c.done(s, "to_be_debited", balance, due=due, number=number, customer=account, period=(start, c.issued), means="direct_debit", traps=["direct_debit", "previous_balance", "advert_amount", "detail_pages"])


def _usage(c: Case, s: Sheet, used: Decimal) -> None:
    s.page()
    s.text(15, 20, "How we work out your charges", 14, "b", "#1b1464")
    rows = [("Start reading (E)", "41 208"), ("End reading (S)", "41 655"), ("Energy used", "447 kWh @ 24.86p"), ("Standing charge", "31 days @ 53.80p"), ("VAT @ 5.00%", en(used / 21)), ("*Total charges for the period", en(used))]
    table(s, 15, 34, (110, 60), ("Electricity - Meter " + c.number("Z##L#####"), ""), rows, look="zebra", ink="#1b1464", size=9)
    s.para(15, 90, 175, "Estimated annual cost: £1,204.00. About your tariff: Flexible. An estimated reading (E) may be replaced with your own at any time.", 8)


def water_slip(c: Case) -> Drawn:
    """Half-yearly water bill with a bank giro credit slip under a dashed line."""
    s, firm = c.sheet("Times", "Helvetica"), c.firm
    clean, waste = c.money(60, 140), c.money(70, 180)
    total, due, ref = clean + waste, c.after(14), c.number("9## ### ### #")
    number = c.number("INV#######")
    s.text(15, 20, firm.name, 19, "b", "#006699")
    s.lines(15, 38, c.party.block, 10)
    s.text(120, 38, "Your bill for water services", 12, "b")
    s.box(120, 44, 75, 34, "#e6f2f8", "")
    s.text(124, 51, c.of("Please pay", "Amount due", "Total now due"), 10)
    s.text(191, 56, en(total), 18, "br")
    s.text(124, 66, c.of("Please pay by", "Payment due by", "by"), 9)
    s.text(191, 66, long(due, "en"), 10, "br")
    s.text(124, 74, f"Bill date {num(c.issued)}", 8)
    pairs(s, 15, 70, [("Account number", ref), ("Bill number", number), ("VAT", "zero rated")], 32, size=9)
    rows = [("Fresh water 48 m³ @ £2.1411", en(clean - 22)), ("Fixed charge", "£22.00"), ("Wastewater services", en(waste)), ("*Total charges this bill", en(total))]
    table(s, 15, 100, (130, 45), ("Charges " + num(add_months(c.issued, -6)) + " to " + num(c.issued), "Amount"), rows, look="plain", size=9.5)
    s.para(15, 145, 180, f"How to pay: online at {firm.site}/pay, by phone, at any PayPoint with the barcode, or by bank transfer to sort code {c.number('99-##-##')}, account {c.number('########')}, quoting {ref}.", 9)
    s.cut(225)
    s.text(15, 233, "bank giro credit", 13, "i", "#006699")
    pairs(s, 15, 242, [("Reference", ref), ("Credit account", firm.legal)], 30, size=9)
    s.box(150, 236, 45, 14)
    s.text(153, 241, "£", 9)
    s.text(190, 247, f"{total:.2f}", 12, "br")
    footer(c, s, 284)
    return c.done(s, "to_pay", total, due=due, number=number, customer=ref.replace(" ", ""), reference=ref.replace(" ", ""), means="transfer", traps=["coupon", "several_totals"])


def broadband(c: Case) -> Drawn:
    """Broadband and phone: summary tiles, VAT inclusive lines, collected by Direct Debit."""
    s, firm = c.sheet("Vera", "Helvetica"), c.firm
    total, due, account = c.money(24, 96), c.after(14), c.number("GB########")
    net, tax = c.vat(total)
    number = c.number("M###-####")
    s.logo(15, 20, firm.name, c.tint)
    s.lines(15, 40, c.party.block, 9)
    pairs(s, 140, 40, [("Account number", account), ("Bill number", number), ("Bill date", num(c.issued, "d m Y").replace(" ", "/")), ("Page", "1 of 2")], 54, "right", 8)
    s.text(15, 75, "Hello, here's your bill", 18, "b", c.tint)
    s.text(15, 90, "Total due", 10)
    s.text(15, 100, en(total), 24, "b")
    s.text(90, 90, c.of("Payment will be taken on", "We'll take this from your bank on"), 10)
    s.text(90, 100, long(due, "en"), 14, "b")
    rows = [("Full Fibre 500", en(net - 3)), ("Landline calls", "£3.00"), ("Total excluding VAT", en(net)), ("VAT at 20%", en(tax)), ("*Total including VAT", en(total))]
    table(s, 15, 118, (120, 45), ("Your charges", ""), rows, look="zebra", ink=c.tint, size=9)
    s.text(15, 165, "You're paying by Direct Debit, so there's nothing for you to do.", 9)
    s.para(15, 175, 175, "From 31 March each year prices rise by £3.00 a month. Moving home? Call us 30 days before.", 8)
    footer(c, s)
    return c.done(s, "to_be_debited", total, due=due, number=number, customer=account, means="direct_debit", traps=["direct_debit", "several_totals"])


def council_tax(c: Case) -> Drawn:
    """Council tax bill: yearly charge and instalments from April, not one sum."""
    s, firm = c.sheet("Helvetica", "Times"), c.firm
    c.issued = date(2026 - c.variant, 3, 11)
    each, first = Decimal(c.rng.randrange(120, 260)), date(c.issued.year, 4, 1)
    last = each + c.money(1, 9)
    year, account = each * 9 + last, c.number("6#######")
    dates = [first, *(add_months(first, i) for i in range(1, 10))]
    s.text(15, 20, firm.name, 16, "b", "#4b2e83")
    s.text(195, 20, "COUNCIL TAX BILL " + f"{first.year}/{first.year % 100 + 1}", 13, "br")
    s.lines(20, 42, c.party.block, 10)
    pairs(s, 125, 42, [("Account reference:", account), ("Date of issue:", long(c.issued, "en")), ("Band:", "C"), ("Reason for bill:", "New year charge")], 34, size=9)
    rows = [("Kelmarshire County Council", en(each * 7)), (firm.name, en(each * 2)), ("Police and Crime Commissioner", en(last)), (f"*Council Tax for 01/04/{first.year} - 31/03/{first.year + 1}", en(year))]
    y = table(s, 20, 75, (130, 40), ("", "Amount"), rows, look="grid", size=9)
    s.text(20, y + 8, "INSTALMENTS - method of payment: " + c.of("Cash / online", "Bank transfer"), 10, "b")
    for i, day in enumerate(dates):
        s.text(20 + 85 * (i // 5), y + 16 + 5.5 * (i % 5), f"{num(day)}   {en(last if i == 9 else each)}", 9)
    s.para(20, y + 52, 170, f"Pay each instalment on or before its date, quoting {account}. Sort code {c.number('99-##-##')} Account {c.number('########')}. If you miss an instalment you may lose the right to pay by instalments.", 9)
    return c.done(s, "schedule", each, due=first, customer=account, reference=account, means="transfer", traps=["schedule", "year_total"])


def rent_statement(c: Case) -> Drawn:
    """Running rent account: charges, payments, balance column; arrears to clear."""
    s, firm = c.sheet("Courier", "Helvetica"), c.firm
    rent, start = Decimal(c.rng.randrange(620, 1450)), month_start(c.issued, -2)
    arrears, due = rent - Decimal(c.rng.randrange(100, 500)), c.issued + timedelta(days=7)
    ref = c.number("TEN/####/##")
    s.lines(20, 18, [firm.name, *c.address], 9, "h")
    s.text(190, 20, "RENT STATEMENT", 14, "br")
    s.lines(20, 48, c.party.block, 10)
    pairs(s, 130, 48, [("Tenancy ref", ref), ("Date", num(c.issued))], 28, size=9)
    rows = [(num(start), "Rent", en(rent), "", en(rent)), (num(start + timedelta(days=3)), "Standing order - thank you", "", en(rent), "£0.00"), (num(add_months(start, 1)), "Rent", en(rent), "", en(rent)), (num(add_months(start, 1) + timedelta(days=9)), "Part payment", "", en(rent - arrears), en(arrears))]
    y = table(s, 20, 80, (28, 62, 27, 27, 27), ("Date", "Details", "Charged", "Paid", "Balance"), rows, "llrrr", "rules", size=8.5)
    s.text(20, y + 10, f"Balance outstanding: {en(arrears)}", 12, "b")
    s.para(20, y + 18, 170, f"Please bring your account up to date by {long(due, 'en')}. Pay {firm.legal}, IBAN {c.iban()}, reference {ref}.", 10)
    return c.done(s, "to_pay", arrears, due=due, customer=ref, iban=firm.iban, reference=ref, means="transfer", traps=["previous_balance", "several_totals", "running_balance"])


def insurance_renewal(c: Case) -> Drawn:
    """Renewal invitation: last year's price, this year's, two ways to pay; due before renewal."""
    s, firm = c.sheet("Times", "Vera"), c.firm
    total, last, renewal = c.money(210, 720), c.money(190, 650), month_end(c.issued + timedelta(days=20))
    number = c.number("HC/#######/#")
    s.text(20, 20, firm.name, 20, "b", c.tint)
    s.lines(20, 35, c.party.block, 10)
    s.text(20, 62, long(c.issued, "en"), 10)
    s.text(20, 72, f"Your home insurance is due for renewal - policy {number}", 12, "b")
    s.para(20, 82, 170, f"Last year you paid {en(last)}. Your renewal premium, including insurance premium tax at 12%, is shown below. To stay covered, please pay by {long(renewal, 'en')}.", 10)
    s.box(20, 105, 80, 26, "#eeeeee", "")
    s.text(60, 114, "Pay in full", 10, "c")
    s.text(60, 124, en(total), 17, "bc")
    s.box(110, 105, 80, 26, "", "#999999")
    s.text(150, 114, "or by 12 monthly payments of", 9, "c")
    s.text(150, 124, en((total * Decimal("1.08") / 12).quantize(total)), 13, "c")
    s.text(150, 129, "19.9% APR representative", 7, "c")
    s.para(20, 145, 170, f"Pay online at {firm.site}/renew or call us with your card. This is not an automatic renewal: without payment your cover ends at 23:59 on {long(renewal, 'en')}.", 9)
    footer(c, s)
    return c.done(s, "to_pay", total, due=renewal, customer=number, means="card", traps=["option_amount", "last_year_amount"])
