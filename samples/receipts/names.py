"""Invented shops by country: the sign over the door, and the company that owns it."""

from dataclasses import dataclass
from random import Random

from samples.receipts.shop_words import FORMS, REGION, SHAPES, STEMS

COINED = (
    "ba",
    "ro",
    "ven",
    "tal",
    "mi",
    "sor",
    "kel",
    "du",
    "pran",
    "lo",
    "cas",
    "fer",
    "nu",
    "win",
)


@dataclass(frozen=True)
class Shop:
    """sign: the trade name; legal: the company, other than the sign or the same."""

    sign: str
    legal: str


def _stem(region: str, rng: Random) -> str:
    """Half the stems are coined, so that names do not repeat."""
    if rng.random() < 0.55:
        return rng.choice(STEMS[region].split("|"))
    word = "".join(rng.sample(COINED, rng.choice((2, 2, 3)))).capitalize()
    if region == "asia" and rng.random() < 0.5:
        return f"{word} {''.join(rng.sample(COINED, 2)).capitalize()}"
    return word


def shop(country: str, trade: str, rng: Random) -> Shop:
    """A shop of that trade; its company is often called otherwise than its sign."""
    region = REGION.get(country, "english")
    stem = _stem(region, rng)
    plain = stem.removeprefix("The ")
    kinds = SHAPES[region]
    sign = rng.choice(kinds[trade].split("|")).format(plain if rng.random() < 0.8 else stem)
    if rng.random() < 0.12 and trade in {"shop", "restaurant", "grocery"}:
        sign = plain
    owner = rng.choice((plain, sign, _stem(region, rng)))
    form = rng.choice(FORMS[country].split("|"))
    legal = form.format(owner)
    return Shop(sign, sign if rng.random() < 0.15 else legal)
