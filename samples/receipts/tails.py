"""The end of a receipt: how it was paid, the tax table, points, other dates, codes, thanks."""

from datetime import timedelta
from decimal import Decimal

from samples.receipts.sums import LOOKS, Row
from samples.receipts.till import Till

_THREE = 3
MAKERS = (
    "pospilotix.com",
    "tillworxa.net",
    "SMARTPOSERA.COM.MY",
    "kassenwolke24.de",
    "caisseolia.fr",
)
"""Invented makers of tills: their address is not the shop's."""


def tender(till: Till, look: str) -> None:
    """Cash and change, or a card; nothing when not yet paid."""
    sale, look = till.sale, "edges" if look == "only" else look
    if "no_total_label" in till.traps or sale.means is None:
        return
    if sale.means == "cash":
        LOOKS[look](till, Row("cash", till.said("cash"), till.money(sale.given)))
        if sale.given != sale.payable or till.rng.random() < 0.6:
            change = till.money(sale.given - sale.payable)
            LOOKS[look](till, Row("change", till.said("change"), change))
            till.traps.add("cash_given")
        return
    if sale.tip:
        LOOKS[look](till, Row("tip", till.words["tip"], till.money(sale.tip)))
        LOOKS[look](till, Row("paid", till.words["with_tip"], till.money(sale.paid)))
        till.traps.add("tip")
    LOOKS[look](till, Row("card", till.words["card"], till.money(sale.paid)))


def slip(till: Till) -> None:
    """The lines of the card terminal."""
    if till.sale.means != "card":
        return
    rng, roll = till.rng, till.roll
    roll.rule(rng.choice(("-", "", "*")))
    rows = [
        ("AID", "A0000000041010"), (rng.choice(("AUTH CODE", "Appr. code", "AUTO")), till.digits("######")),
        ("TID", till.digits("########")), ("Card", "************" + till.digits("####")),
        ("EXP", "**/**"), ("REF", till.digits("############")),
    ]  # fmt: skip
    rng.shuffle(rows)
    for label, value in rows[: rng.randrange(2, 6)]:
        roll.pair(label, value)
    if rng.random() < 0.6:
        roll.pair(till.words["paid"], till.money(till.sale.paid))
    till.traps.add("card_slip")


def tips(till: Till) -> None:
    """Empty lines for a tip, or suggestions: none of them is the amount."""
    sale, roll = till.sale, till.roll
    if till.trade != "restaurant" or till.land.code not in {"US", "CA", "ZA"} or sale.tip:
        return
    if till.rng.random() < 0.5:
        for label in (till.words["tip"], till.words["with_tip"], "Signature"):
            roll.line(0.6)
            roll.put(0, f"{label}: " + "_" * 14)
            roll.line()
        till.traps.add("tip_line_empty")
        return
    roll.line(0.5)
    roll.centre(till.rng.choice(("Suggested gratuity", "Tip guide", "TIP SUGGESTIONS")))
    for percent in (15, 18, 20):
        extra = sale.payable * percent / 100
        roll.left(f"{percent}%  {till.money(extra)}  Total {till.money(sale.payable + extra)}")
    till.traps.add("tip_suggested")


def taxes(till: Till) -> None:
    """A table: rate, net, tax, at times gross; often with a rate of nothing and a row of sums."""
    sale, roll, rng = till.sale, till.roll, till.rng
    name, *heads = till.words.parts("taxes")
    heads = [head.replace("($)", f"({till.sign})" if till.sign else "") for head in heads]
    letter = rng.choice(("SR", "A", "S", "1", "B", "V"))
    figures = [sale.net, sale.tax]
    if rng.random() < 0.3:
        heads, figures = [*heads, till.words["sum"]], [*figures, sale.net + sale.tax]
    rows = [heads, _tax_row(till, f"{letter} {sale.rate}%", figures)]
    if rng.random() < 0.3:
        rows.append(_tax_row(till, till.words["zero"], [Decimal(0)] * len(figures)))
    if rng.random() < 0.5:
        label = till.words["sum"] + rng.choice(("", " :", ":"))
        rows.append(_tax_row(till, label, figures[1:] if rng.random() < 0.3 else figures))
        till.traps.add("tax_sum")
    roll.left(name)
    stops = (0.0, 0.62, 1.0) if len(heads) == _THREE else (0.0, 0.5, 0.75, 1.0)
    for row in rows:
        roll.put(0, row[0])
        for stop, text in zip(reversed(stops), reversed(row[1:]), strict=False):
            roll.put(roll.columns * stop, text, "r")
        roll.line()
    till.traps.add("tax_table")


def _tax_row(till: Till, label: str, figures: list[Decimal]) -> list[str]:
    return [label, *(till.bare(figure) for figure in figures)]


def points(till: Till) -> None:
    """Member number and points."""
    till.roll.pair(till.words["member"], till.digits("9###########"))
    till.roll.pair(
        till.words["points"], till.land.money(till.sale.gross * till.rng.choice((2, 10, 37)))
    )
    till.traps.add("points")


def later(till: Till) -> None:
    """A sentence with another date, before or after the day of the sale."""
    days = till.rng.choice((7, 14, 28, 30, 60, -400, -900))
    sentence = till.words["later"]
    if "since" not in sentence and "from" not in sentence:
        days = abs(days)
    till.roll.centre(sentence.format(till.day(till.issued + timedelta(days=days))))
    till.traps.add("other_dates")


def due(till: Till) -> None:
    """When to pay, for an invoice that was not paid at the till; or only a sentence."""
    if till.kind == "to_pay" and till.rng.random() < 0.6:
        till.due = till.issued + timedelta(days=till.rng.choice((7, 10, 14, 21, 30)))
        label, value = till.words["due"], till.day(till.due)
        if till.rng.random() < 0.5:
            till.roll.left(f"{label}: {value}")
        else:
            till.roll.pair(label, value)
    else:
        till.roll.left(till.words["bye"])


def bars(till: Till) -> None:
    """A bar code with its digits."""
    roll, at = till.roll, till.roll.columns * 0.2
    while at < roll.columns * 0.8:
        wide = till.rng.choice((0.12, 0.25, 0.4))
        roll.block(at, wide, 2.2)
        at += wide + till.rng.choice((0.15, 0.3, 0.5))
    roll.line(3.1)
    roll.centre(till.digits("#############"))


def bye(till: Till) -> None:
    """Thanks."""
    till.roll.centre(till.words["bye"])
    if till.rng.random() < 0.3:
        till.roll.centre(till.words["slogan"])
    if till.rng.random() < 0.15:
        maker = f"{'Powered by ' if till.rng.random() < 0.5 else ''}www.{till.rng.choice(MAKERS)}"
        till.roll.centre(maker)
        till.traps.add("maker_of_the_till")
    if till.rng.random() < 0.4:
        till.roll.centre(till.rng.choice(("*" * 12, "www.survey.example", "POS V3.21.7", "~ ~ ~")))
