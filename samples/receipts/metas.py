"""What the paper is, when, by whom and for whom it was printed."""

from samples import people
from samples.receipts.till import Till

NUMBERS = (
    "######|#####|CS########|INV-#####|####/###/T0###|A#######|#######|0000####|"
    "R#-######|##-####-##|########|####"
)
SERVED = {
    "GUEST CHECK",
    "ADDITION",
    "Addition",
    "Note",
    "Dine In",
    "To Go",
    "Bewirtungsbeleg",
    "Preconto",
}


def title(till: Till) -> None:
    """TAX INVOICE and the like, when this phrase book has one."""
    if till.trade != "restaurant" and till.words["title"] in SERVED:
        return
    for part in till.words["title"].split(";"):
        if part:
            bold = till.rng.random() < 0.5
            till.roll.centre(part, bold=bold, wide=till.rng.choice((1, 1, 1.5)))


def _staff(till: Till) -> str:
    """Who served: a number, or a name that is not the shop's."""
    name = till.rng.choice(
        [
            "Marcy",
            "Theo",
            "Ines",
            "Jo",
            "ALEX",
            "Farah",
            "SITI",
            "Kumar",
            "Wei",
            "Ling",
            "Julie",
            "MANAGER",
            "Cashier1",
            "Nadia",
            "Sofie",
            "Bruno",
            "CHRIS",
        ]
    )
    return name if till.rng.random() < 0.4 else till.digits("##")


def _number(till: Till) -> str:
    till.number = till.digits(till.rng.choice(NUMBERS.split("|")))
    return till.number


def _when(till: Till) -> list[tuple[str, str]]:
    """Date and time on one row, on two where the paper is narrow."""
    label = till.words["date"]
    if till.roll.columns < 36 or till.rng.random() < 0.3:
        return [(label, till.day()), ("", till.time)]
    return [(label, till.moment())]


def labelled(till: Till) -> None:
    """One fact a line: label, colon, value."""
    words, roll = till.words, till.roll
    rows = [
        (words["number"], _number(till)),
        *_when(till),
        (words["staff"], _staff(till)),
    ]
    if till.trade == "restaurant":
        rows.append((words["table"], till.digits("#")))
    till.rng.shuffle(rows)
    stop = max(roll.length(label) for label, _ in rows) + 1
    for label, value in rows:
        shown = f": {value}" if label and not label.endswith(":") else value
        roll.put(0, label)
        if stop + roll.length(shown) > roll.columns:
            roll.line()
        roll.put(stop, shown)
        roll.line()


def two_sided(till: Till) -> None:
    """Two facts a line, one at each edge."""
    words, roll = till.words, till.roll
    roll.pair(f"{words['staff']}: {_staff(till)}", f"{words['number']} {_number(till)}")
    roll.pair(till.day(), till.time)


def fits(till: Till, left: str, middle: str, right: str) -> bool:
    """True when the middle one can stand centred between the others."""
    length = till.roll.length
    return 2 * max(length(left), length(right)) + length(middle) + 2 < till.roll.columns


def mixed_row(till: Till) -> None:
    """Time, a number and the date on one line without labels."""
    roll, parts = till.roll, [till.time, till.digits("######"), till.day()]
    if till.rng.random() < 0.5:
        parts.reverse()
    roll.put(0, parts[0])
    if fits(till, *parts):
        roll.put(roll.columns / 2, parts[1], "c")
    roll.put(roll.columns, parts[2], "r")
    roll.line()


def under_heads(till: Till) -> None:
    """A row of labels with the values below; two of them where three do not fit."""
    roll, words = till.roll, till.words
    labels = (words["date"] or "Date", words["staff"], words["number"])
    values = (till.day(), _staff(till), _number(till))
    shown = tuple(label.split(" ")[0] for label in labels)
    for left, middle, right in (shown, values):
        roll.put(0, left)
        if fits(till, left, middle, right):
            roll.put(roll.columns / 2, middle, "c")
        if roll.length(left + right) + 1 > roll.columns:
            roll.line()
        roll.put(roll.columns, right, "r")
        roll.line()


def plain_line(till: Till) -> None:
    """Date and time alone, somewhere on the line."""
    side = till.rng.choice("lcr")
    till.roll.put(
        {"l": 0, "c": till.roll.columns / 2, "r": till.roll.columns}[side], till.moment(), side
    )
    till.roll.line()


def diner(till: Till) -> None:
    """Server and date on one line, table and time on the next, the check number large."""
    roll, words = till.roll, till.words
    roll.pair(f"{words['staff']} {_staff(till)}", till.day())
    roll.pair(f"{words['table']} {till.digits('##')}", till.time)
    roll.y += roll.pitch
    roll.put(roll.columns, f"#{_number(till)}", "r", wide=1.5, tall=1.5)
    roll.line()


def client(till: Till) -> None:
    """Who bought: a name and an address that are not the shop's."""
    country = till.land.code[:2] if till.land.code[:2] in people.CUSTOMERS else "GB"
    party = people.customer(country, till.rng.randrange(9), business=False)
    till.roll.left(f"{till.words['client']}:", bold=True)
    for line in party.block:
        till.roll.left(line)
    till.traps.add("customer")


METAS = {
    "labelled": labelled, "sides": two_sided, "row": mixed_row, "under": under_heads,
    "plain": plain_line, "diner": diner,
}  # fmt: skip
