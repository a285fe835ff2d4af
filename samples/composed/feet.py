"""What stands at the foot of a page: legal lines, names of printers and programs, dates."""

from datetime import timedelta

from samples.composed.draft import Draft
from samples.composed.parts import GREY, lines


def footer(d: Draft) -> None:
    """Legal lines at the foot, in one run or in columns."""
    paper, x = d.paper, d.look.margin
    width = paper.wide - 2 * x
    if d.chance(0.3):
        _columns(d, x, paper.high - 22, width)
    else:
        text = d.say("footer") or f"{d.bill.firm.legal} - {', '.join(d.bill.firm.lines)}"
        d.shown.add("biller")
        paper.prose(x, paper.high - 17, width, text, 6.5, "", GREY)
        if d.chance(0.22) and not d.cramped:
            _fine_print(d, x, paper.high - 34, width)
    _margin_notes(d, x)


def _fine_print(d: Draft, x: float, top: float, width: float) -> None:
    """Conditions in small type above the foot of the page."""
    texts = d.rng.sample(list(d.book.all("gtc")), 3)
    d.paper.prose(x, top, width, " ".join(texts), 6, "", GREY)
    d.trap("fine_print")


def _columns(d: Draft, x: float, top: float, width: float) -> None:
    firm = d.bill.firm
    d.shown.add("biller")
    banks = [line for line in (firm.bank, f"IBAN {firm.iban}", f"BIC {firm.bic}") if firm.iban]
    if d.transfer and not d.sort_code:
        d.shown.add("iban")
    elif firm.iban:
        d.shown.add("footer_iban")
    columns = [(firm.legal, *firm.lines), (firm.phone, firm.mail, d.values["site"]), banks,
               (firm.register, firm.vat)]  # fmt: skip
    each = width / len(columns)
    for index, column in enumerate(columns):
        lines(d, x + each * index, top, each - 3, [c for c in column if c], 6.5)


def _browser(d: Draft) -> None:
    """What a web browser prints around a page: day and hour, title, address, page number."""
    paper, day = d.paper, d.bill.issued + timedelta(days=d.rng.randrange(1, 60))
    clock = f"{d.rng.randrange(24):02d}:{d.rng.randrange(60):02d}"
    paper.put(6, 2.5, f"{d.w.day(day)} {clock}", 6.5, "", GREY)
    paper.put(paper.wide / 2, 2.5, f"{d.bill.firm.brand} - {d.label('number')}", 6.5, "c", GREY)
    paper.put(6, paper.high - 5, f"https://{d.bill.firm.domain}/doc?id={d.bill.issued:%j%H}77", 6.5)
    paper.put(paper.wide - 6, paper.high - 5, "1/1", 6.5, "r", GREY)
    d.trap("browser_print")


def _program(d: Draft) -> str:
    """The program that made the page, on some with its address."""
    text = d.say("vendor")
    word = max(text.split(" "), key=len).lower()
    return f"{text} (www.{word}.org)" if d.chance(0.4) and word.isalpha() else text


def _margin_notes(d: Draft, x: float) -> None:
    """Names of printers, carriers and programs, print dates, page numbers."""
    paper = d.paper
    if d.chance(0.04):
        _browser(d)
    if d.chance(0.16):
        d.trap("vendor_name")
        paper.upright(6, paper.high - 40, d.say("vendor"), 5.5, GREY)
    elif d.chance(0.18):
        d.trap("vendor_name")
        paper.put(paper.wide / 2, paper.high - 6, _program(d), 6, "c", GREY)
    if d.chance(0.12):
        paper.put(paper.wide - x, paper.high - 26, d.say("printed"), 6, "r", GREY)
        d.trap("other_dates")
