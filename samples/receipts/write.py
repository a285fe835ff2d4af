"""One receipt after a seed: country, layout family, phrase book, shop, sale, paper."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples.case import Answer
from samples.receipts import heads, lists, metas, sums, tails
from samples.receipts.books import BLOCKS, PER_COUNTRY, words
from samples.receipts.lands import LANDS, WEIGHTS, Land, clock
from samples.receipts.names import shop
from samples.receipts.roll import Roll
from samples.receipts.sale import Sale, cents, goods, sell
from samples.receipts.skeletons import SKELETONS, Skeleton, at_home
from samples.receipts.till import Till

FIRST_DAY, DAYS = date(2011, 1, 3), 5800
MARKS = ("none", "before", "label", "after", "star")
FORMS = 0.1  # share of invoices on sheets
FEES = {"fuel": (20, 90), "parking": (2, 30), "taxi": (7, 60), "hotel": (60, 600)}


@dataclass(frozen=True)
class Receipt:
    """A drawn receipt and the expected answer."""

    pdf: bytes
    answer: Answer


def land_for(lang: str | None, rng: Random) -> Land:
    """A country, the frequent ones more often; only those of `lang` when given."""
    codes = [code for code in WEIGHTS if lang is None or LANDS[code].lang == lang]
    return LANDS[rng.choices(codes, [WEIGHTS[code] for code in codes])[0]]


def skeleton_for(land: Land, rng: Random) -> Skeleton:
    """Mostly a layout usual in the country, one time in four any."""
    forms = rng.random() < FORMS
    kept = [one for one in SKELETONS if one.name.startswith("form-") == forms]
    usual = [one for one in kept if at_home(one, land.code)]
    return rng.choice(usual if rng.random() < 0.75 else kept)


def sale_for(land: Land, trade: str, rng: Random) -> Sale:
    """A purchase of goods, or of one service."""
    if trade not in FEES:
        return sell(land, trade, goods(land, trade, rng), rng)
    low, high = FEES[trade]
    amount = Decimal(rng.randrange(low * 100, high * 100)) / 100 * land.scale
    return sell(land, trade, lists.service(trade, cents(amount)), rng)


def till_for(land: Land, skeleton: Skeleton, book: int, rng: Random) -> Till:
    """The till with all that is drawn for this receipt."""
    trade = rng.choice(skeleton.trades)
    mark = rng.choices(MARKS, (8, 8, 4, 4, 1))[0]
    sign = rng.choice(land.marks.split("|")).strip()
    if mark == "after" and land.digits[1] == ".":
        mark = "before"
    return Till(
        land=land,
        words=words(land.code, book),
        shop=shop(land.code, trade, rng),
        trade=trade,
        sale=sale_for(land, trade, rng),
        issued=FIRST_DAY + timedelta(days=rng.randrange(DAYS)),
        time=clock(rng, land.code),
        date_form=rng.choice(land.dates.split("|")),
        mark=mark,
        sign=sign,
        roll=Roll(skeleton.face, skeleton.width, skeleton.columns),
        rng=rng,
    )


def print_out(till: Till, skeleton: Skeleton) -> None:
    """The parts in the order of the skeleton; a seldom one is left out now and then."""
    listing = lists.LISTS.get(skeleton.goods) or lists.SERVICES[skeleton.goods]
    parts = {
        "h": lambda: heads.HEADS[skeleton.head](till),
        "t": lambda: metas.title(till),
        "m": lambda: metas.METAS[skeleton.meta](till),
        "d": lambda: metas.plain_line(till),
        "l": lambda: listing(till),
        "s": lambda: sums.sums(till, skeleton.sums, skeleton.stress),
        "p": lambda: tails.tender(till, skeleton.sums),
        "c": lambda: tails.slip(till),
        "i": lambda: tails.tips(till),
        "x": lambda: tails.taxes(till),
        "o": lambda: tails.points(till),
        "w": lambda: tails.later(till),
        "k": lambda: metas.client(till),
        "u": lambda: tails.due(till),
        "b": lambda: tails.bars(till),
        "e": lambda: tails.bye(till),
        "-": lambda: till.roll.rule(skeleton.rule),
    }
    for letter in skeleton.order:
        if letter in "xowb" and till.rng.random() < 0.25:
            continue
        parts[letter]()
        if letter == "p" and "c" not in skeleton.order and till.rng.random() < 0.25:
            parts["c"]()


def expected(till: Till, skeleton: Skeleton) -> Answer:
    """What a reader must answer."""
    currency = till.land.currency
    return {
        "family": f"{till.land.lang}-receipt-{skeleton.name}",
        "lang": till.land.lang,
        "kind": till.kind,
        "biller": list(dict.fromkeys(till.names)),
        "amount": f"{till.sale.paid:.2f}",
        "currency": currency,
        "due_date": till.due.isoformat() if till.due else None,
        "issue_date": till.issued.isoformat(),
        "invoice_number": till.number,
        "customer_number": None,
        "period": None,
        "iban": None,
        "reference": None,
        "means": till.sale.means,
        "traps": sorted(till.traps),
        "skeleton": skeleton.name,
        "phrasebook": till.words.name,
    }


def receipt(seed: int, *, lang: str | None = None) -> Receipt:
    """The receipt number `seed`; the same each time. `lang`: en, fr, de, es, it or nl."""
    rng = Random(f"receipt-{seed}-{lang}")
    land = land_for(lang, rng)
    skeleton = skeleton_for(land, rng)
    till = till_for(land, skeleton, rng.randrange(PER_COUNTRY), rng)
    if "u" in skeleton.order and rng.random() < 0.5:
        till.kind = "to_pay"
        till.sale = replace(till.sale, means=None, tip=Decimal(0))
    if "p" not in skeleton.order:
        # Where no tender is printed, nobody can read what was given on top.
        till.sale = replace(till.sale, tip=Decimal(0))
    print_out(till, skeleton)
    if "y" in till.date_form and "Y" not in till.date_form:
        till.traps.add("two_digit_year")
    return Receipt(till.roll.save(), expected(till, skeleton))


def families() -> tuple[str, ...]:
    """The names of all layout families, in a fixed order."""
    return tuple(skeleton.name for skeleton in SKELETONS)


def blocks(answer: Answer) -> tuple[int, int]:
    """Block 0..4 of the layout and block 0..4 of the phrase book, as samples.composed has them.

    To measure on unseen layouts and words: train where neither is k, measure where both are k.
    """
    book = int(str(answer["phrasebook"]).rsplit("-", 1)[1])
    return families().index(str(answer["skeleton"])) % BLOCKS, book % BLOCKS
