"""The top of a receipt: the shop's name, its company, address and registers."""

from samples.receipts import streets
from samples.receipts.lands import digits
from samples.receipts.places import PHONES, REGISTERS
from samples.receipts.till import Till


def address(till: Till) -> list[str]:
    """The shop's own lines: street, town, telephone, one or two register numbers."""
    rng, code = till.rng, till.land.code
    lines = streets.address(code, rng)
    if rng.random() < 0.08:
        lines.insert(0, till.words["branch"].format(streets.town(code, rng)))
    numbers = [digits(line, rng) for line in REGISTERS[code].split("|")]
    rng.shuffle(numbers)
    lines.append(digits(rng.choice(PHONES[code].split("|")), rng))
    if rng.random() < 0.25:
        site = "".join(c for c in till.shop.sign.lower() if c.isascii() and c.isalnum())[:16]
        lines.append(f"{rng.choice(('www.', 'www.', 'http://www.', 'info@'))}{site}{_ending(code)}")
    lines += [part for row in numbers[: rng.choice((0, 1, 1, 2))] for part in row.split(";")]
    return lines


def _ending(country: str) -> str:
    """Of a web address: the country's, or .com."""
    own = {
        "MY": ".com.my",
        "SG": ".com.sg",
        "GB": ".co.uk",
        "US": ".com",
        "CAF": ".ca",
        "CHF": ".ch",
        "CHD": ".ch",
    }
    return own.get(country, f".{country.lower()}")


def _sign(till: Till, *, wide: float = 1, tall: float = 1, bold: bool = False) -> None:
    """The name, in capitals more often than not; a slogan stands above it now and then."""
    if till.rng.random() < 0.06:
        till.roll.centre(till.words["slogan"])
    name = till.shop.sign.upper() if till.rng.random() < 0.6 else till.shop.sign
    parts = till.roll.broken(name, wide, bold=bold)
    if len(parts) > 1:
        till.traps.add("name_over_two_lines")
    till.roll.centre(name, wide=wide, tall=tall, bold=bold)
    till.names.append(till.shop.sign)


def _legal(till: Till) -> None:
    """The company, when it is called otherwise."""
    if till.shop.legal == till.shop.sign:
        return
    upper = till.rng.random() < 0.5
    till.roll.centre(till.shop.legal.upper() if upper else till.shop.legal)
    till.names.append(till.shop.legal)
    till.traps.add("company_under_sign")


def welcome(till: Till) -> None:
    """A greeting above the name."""
    if till.words["welcome"]:
        till.roll.centre(till.words["welcome"])
        till.traps.add("welcome")


def centred(till: Till) -> None:
    """Name, company and address, all centred."""
    _sign(till, bold=till.rng.random() < 0.5)
    if till.rng.random() < 0.6:
        _legal(till)
    for line in address(till):
        till.roll.centre(line)


def big(till: Till) -> None:
    """The name in double letters."""
    wide, tall = till.rng.choice(((2, 2), (2, 1), (1, 2), (1.5, 2)))
    welcome(till)
    _sign(till, wide=wide, tall=tall, bold=True)
    till.roll.line(0.3)
    if till.rng.random() < 0.6:
        _legal(till)
    for line in address(till):
        till.roll.centre(line)


def company_first(till: Till) -> None:
    """The company's line on top, the sign below it."""
    _legal(till)
    _sign(till, bold=True)
    for line in address(till):
        till.roll.centre(line)


def left(till: Till) -> None:
    """Everything from the left edge."""
    till.roll.left(till.shop.sign, bold=True)
    till.names.append(till.shop.sign)
    if till.shop.legal != till.shop.sign:
        till.roll.left(till.shop.legal)
        till.names.append(till.shop.legal)
    for line in address(till):
        till.roll.left(line)


def logo(till: Till) -> None:
    """A drawn mark above the name, or the name itself drawn as a mark."""
    if till.rng.random() < 0.6:
        till.roll.sign(till.shop.sign, till.rng.choice(("inverse", "outline", "script", "script")))
        till.names.append(till.shop.sign)
        till.traps.add("name_as_logo")
        if till.rng.random() < 0.5:
            _legal(till)
        for line in address(till):
            till.roll.centre(line)
        return
    middle = till.roll.columns / 2
    wide = till.rng.choice((4, 6, 8))
    till.roll.block(middle - wide / 2, wide, 1.6)
    till.roll.line(3)
    centred(till)


def late(till: Till) -> None:
    """A slogan first, the address, and only then the company."""
    till.roll.centre(till.rng.choice(("* * *", "~ since 1987 ~", "-- --", "= = =")))
    _sign(till, wide=1.5, tall=1.5)
    for line in address(till):
        till.roll.centre(line)
    _legal(till)


HEADS = {
    "centred": centred, "big": big, "company": company_first, "left": left, "logo": logo,
    "late": late,
}  # fmt: skip
