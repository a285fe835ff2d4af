"""The middle of a receipt: what was bought, or the ride, the stay, the fuel, the parking."""

from datetime import timedelta
from decimal import Decimal

from samples.receipts.sale import CENT, Item, cents
from samples.receipts.till import Till


def one_line(till: Till) -> None:
    """Name and amount."""
    for item in till.sale.items:
        count = f"{item.count} x " if item.count > 1 else ""
        till.roll.pair(f"{count}{item.name}", till.bare(item.amount))


def lettered(till: Till) -> None:
    """Name, amount and a letter for the tax rate: 10.00 A."""
    letter = till.rng.choice("ABTSZV*")
    till.traps.add("tax_letter")
    for item in till.sale.items:
        if item.count > 1:
            till.roll.left(f"{item.count} @ {till.bare(item.price)}", 2)
        till.roll.pair(item.name, f"{till.bare(item.amount)} {letter}")


def counted(till: Till) -> None:
    """Count, name, amount."""
    for item in till.sale.items:
        till.roll.put(2, str(item.count), "r")
        till.roll.put(4, item.name)
        if till.roll.length(item.name) + 4 > till.roll.columns - 10:
            till.roll.line()
        till.roll.put(till.roll.columns, till.bare(item.amount), "r")
        till.roll.line()


def two_lines(till: Till) -> None:
    """The name, then count, price and amount on the next line."""
    for item in till.sale.items:
        till.roll.left(item.name)
        times = till.rng.choice((" x ", " X ", " @ ", "x "))
        till.roll.pair(f"   {item.count}{times}{till.bare(item.price)}", till.bare(item.amount))


def coded(till: Till) -> None:
    """The name, then an article number, price*count and amount."""
    till.traps.add("article_numbers")
    for item in till.sale.items:
        till.roll.left(item.name)
        till.roll.put(1, till.digits("955#########"))
        till.roll.put(till.roll.columns - 9, f"{till.bare(item.price)}*{item.count}", "r")
        till.roll.put(till.roll.columns, till.bare(item.amount), "r")
        till.roll.line()


def marked(till: Till) -> None:
    """Every amount with its currency."""
    mark = till.land.marks.split("|")[0]
    for item in till.sale.items:
        till.roll.pair(f"{till.digits('####')} {item.name}", f"{mark}{till.bare(item.amount)}")
        if item.count > 1:
            till.roll.left(f"#{item.count} X {mark}{till.bare(item.price)}", 2)


def table(till: Till) -> None:
    """Four columns under their heads between rules."""
    roll = till.roll
    heads = [head.replace("$", till.sign) for head in till.words.parts("head")]
    stops = (0, roll.columns * 0.58, roll.columns * 0.78, roll.columns)
    roll.rule("-")
    for at, head in enumerate(heads):
        roll.put(stops[at], head[: 10 if at else 14], "r" if at else "l")
    roll.line()
    roll.rule("-")
    for item in till.sale.items:
        roll.put(0, item.name)
        if roll.length(item.name) > roll.columns * 0.5:
            roll.line()
        for at, value in enumerate(
            (str(item.count), till.bare(item.price), till.bare(item.amount))
        ):
            roll.put(stops[at + 1], value, "r")
        roll.line()


def fuel(till: Till) -> None:
    """Pump, quantity, price per litre, one amount."""
    pump, volume, each, *kinds = till.words.parts("fuel")
    unit = Decimal(till.rng.randrange(1200, 2100)) / 1000 * till.land.scale
    total = till.sale.gross
    count = (total / unit).quantize(CENT)
    till.traps.add("unit_price")
    till.roll.pair(pump, till.digits("#"))
    till.roll.pair(till.rng.choice(kinds), till.bare(total))
    till.roll.pair(volume, till.land.money(count))
    till.roll.pair(each, f"{unit:.3f}".replace(".", till.land.digits[1]))


def parking(till: Till) -> None:
    """When the car came and went."""
    entry, leave, lasted, fee = till.words.parts("park")
    before = till.issued - timedelta(days=till.rng.choice((0, 0, 0, 1, 3)))
    till.traps.add("other_dates")
    till.roll.pair(entry, f"{till.day(before)} 08:1{till.digits('#')}")
    till.roll.pair(leave, f"{till.day()} 17:4{till.digits('#')}")
    till.roll.pair(lasted, f"{till.digits('#')}h {till.digits('##')}min"[:8])
    till.roll.pair(fee, till.bare(till.sale.gross))


def taxi(till: Till) -> None:
    """A ride: distance and fare."""
    start, end, far, fare = till.words.parts("taxi")
    till.roll.pair(start, "12:" + till.digits("4#"))
    till.roll.pair(end, "13:" + till.digits("0#"))
    till.roll.pair(far, till.digits("#") + till.land.digits[1] + till.digits("# km"))
    till.roll.pair(fare, till.bare(till.sale.gross))


def stay(till: Till) -> None:
    """A hotel's folio: one line a night, each with its date."""
    room, come, go, _, night = till.words.parts("stay")
    total, nights = till.sale.gross, till.rng.choice((1, 2, 3))
    first = till.issued - timedelta(days=nights)
    till.traps.add("other_dates")
    till.roll.pair(room, till.digits("###"))
    till.roll.pair(come, till.day(first))
    till.roll.pair(go, till.day())
    each = cents(total / nights)
    for index in range(nights):
        amount = each if index else total - each * (nights - 1)
        till.roll.pair(f"{till.day(first + timedelta(days=index))} {night}", till.bare(amount))


LISTS = {
    "one": one_line, "letter": lettered, "count": counted, "two": two_lines, "code": coded,
    "mark": marked, "table": table,
}  # fmt: skip
SERVICES = {"fuel": fuel, "parking": parking, "taxi": taxi, "hotel": stay}


def service(name: str, amount: Decimal) -> tuple[Item, ...]:
    """What a fuel pump, a car park, a taxi or a hotel sells: one thing."""
    return (Item(name, 1, amount),)
