"""Invented shops by country: the sign over the door, and the company that owns it."""

from dataclasses import dataclass
from random import Random

from samples.receipts.shop_words import FORMS, REGION, SHAPES, STEMS

COINED = [
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
    "ka",
    "ze",
    "bel",
    "tor",
    "yo",
    "ris",
    "man",
    "ce",
    "fla",
    "quo",
    "zen",
    "hu",
    "vi",
    "sto",
    "gri",
    "pa",
    "lum",
    "der",
    "nok",
    "ju",
    "tra",
    "shi",
    "mel",
    "ox",
    "ad",
    "el",
    "in",
    "ur",
]
TITLES = {
    "english": "Mr. {}|Uncle {}|Mama {}|Dr {}",
    "asia": "MR. {}|Uncle {}|Pak {}|Ah {}",
    "fr": "Chez {}|Maître {}",
}
PLACES = ["KL", "KLANG", "JB", "PENANG", "IPOH", "SUBANG", "CHERAS", "MUAR"]
"""Branches as companies' names hold them: (KL), (JB)."""


@dataclass(frozen=True)
class Shop:
    """sign: the trade name; legal: the company, other than the sign or the same."""

    sign: str
    legal: str


def _stem(region: str, rng: Random) -> str:
    """Half the stems are coined, so that names do not repeat; some are initials, numbers, a person's."""
    if rng.random() < 0.4:
        return rng.choice(STEMS[region].split("|"))
    word = "".join(rng.sample(COINED, rng.choice((1, 2, 2, 3)))).capitalize()
    other = "".join(rng.sample(COINED, 2)).capitalize()
    odd = rng.random()
    if odd < 0.1:
        return rng.choice((" & ", " + ")).join(rng.sample("ABCDEFGHJKLMNPRSTW", 2))
    if odd < 0.18:
        return rng.choice((f"{rng.randrange(2, 999)} {word}", f"{word} {rng.randrange(2, 99)}"))
    if odd < 0.26 and region in TITLES:
        return rng.choice(TITLES[region].split("|")).format(word)
    if odd < 0.32:
        return ".".join(rng.sample("ABCDEFGHIJKLMNOPRSTVW", 3)) + "."
    two = region == "asia" or odd < 0.5
    return f"{word} {other}" if two and rng.random() < 0.6 else word


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
    legal = form.format(owner).replace("@", rng.choice(PLACES))
    return Shop(sign, sign if rng.random() < 0.15 else legal)
