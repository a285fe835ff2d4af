"""The page that follows: conditions, details, a chart, an example."""

from datetime import timedelta
from decimal import Decimal

from samples.composed.draft import Draft
from samples.composed.parts import GREY, label_run, pairs
from samples.composed.tables import table

HUNDRED = Decimal(100)


def back_page(d: Draft) -> None:
    """A page of conditions, details, a chart or an example; the head is repeated."""
    paper, x = d.paper, d.look.margin
    paper.page()
    width, top = paper.wide - 2 * x, 14.0
    label_run(d, x, top, d.bill.firm.brand, 10, "b")
    paper.put(x + width, top, d.say("page", n="2", m="2"), 8, "r")
    top = pairs(d, x, 21, width * 0.6, d.rows("number", "issued")) + 4
    draw = d.rng.choice((_conditions, _details, _chart, _example))
    draw(d, x, top, width)
    d.trap("more_pages")


def _conditions(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("gtc_title"), 11, "b") + 2
    half, texts = width / 2 - 4, list(d.book.all("gtc"))
    for column in range(2):
        at = top
        for text in texts[column::2] * 2:
            at = d.paper.prose(x + column * (half + 8), at, half, text, 7) + 1.5


def _details(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("details_title"), 11, "b") + 2
    rows = []
    for index in range(d.rng.randrange(6, 22)):
        day = d.bill.issued - timedelta(days=index)
        cost = Decimal(d.rng.randrange(5, 900)) / HUNDRED
        rows.append(
            (d.w.day(day), f"{d.rng.randrange(24):02d}:{d.rng.randrange(60):02d}", d.w.bare(cost))
        )
    head = (d.label("c_date"), "", d.book.all("c_total")[0])
    table(d, x, top, width * 0.7, head, rows, 0)


def _chart(d: Draft, x: float, top: float, width: float) -> None:
    top = d.paper.put(x, top, d.say("chart"), 10, "b") + 3
    for step in range(5):
        d.paper.put(x + 10, top + 10 * step - 1.5, str((5 - step) * 100), 7, "r", GREY)
        d.paper.rule(x + 12, top + 10 * step, x + width * 0.7, "#cccccc")
    for bar in range(6):
        high = d.rng.randrange(8, 42)
        left = x + 16 + bar * 14
        d.paper.box(left, top + 50 - high, 8, high, d.look.tint, "")
        day = d.bill.issued - timedelta(days=30 * (6 - bar))
        d.paper.put(left + 4, top + 52, f"{day:%m/%y}", 6.5, "c")
    d.trap("chart")


def _example(d: Draft, x: float, top: float, width: float) -> None:
    d.paper.box(x, top, width, 34, "#f7f3e8", "#bbaa88")
    below = d.paper.put(x + 4, top + 4, d.say("sample_title"), 11, "b")
    d.paper.prose(x + 4, below + 2, width - 8, d.say("sample"), 9)
    d.trap("sample_bill")
