"""The phrase books of a country: its wordings, one of each entry picked."""

from dataclasses import dataclass
from random import Random

from samples.receipts.books_de import DE, NL
from samples.receipts.books_en import ASIA, CANADA, EN, GULF, INDIA, PACIFIC, USA
from samples.receipts.books_fr import FR, QUEBEC
from samples.receipts.books_south import ES, IT

BOOKS = {
    "MY": ASIA, "SG": ASIA, "PH": EN | {"title": "OFFICIAL RECEIPT|SALES INVOICE|"},
    "US": USA, "CA": USA | CANADA, "CAF": FR | QUEBEC, "GB": EN, "IE": EN,
    "AU": EN | PACIFIC, "NZ": EN | PACIFIC, "ZA": EN | {"title": "TAX INVOICE|"}, "AE": EN | GULF,
    "IN": INDIA, "FR": FR, "BE": FR, "CHF": FR, "DE": DE, "AT": DE, "CHD": DE, "ES": ES, "IT": IT,
    "NL": NL,
}  # fmt: skip
PER_COUNTRY = 10
BLOCKS = 5
COMMON = 3
"""The first options of an entry, which are the usual words, are in the books of every block."""


@dataclass(frozen=True)
class Words:
    """The wording of one phrase book: one option of each entry."""

    name: str
    said: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.said[key]

    def parts(self, key: str) -> list[str]:
        """An entry of several words."""
        return self.said[key].split(";")


def options(country: str, key: str, block: int) -> tuple[list[str], list[str]]:
    """What every phrase book may say, and what only those of that block may."""
    said = BOOKS[country][key].split("|")
    rest = [one for one in dict.fromkeys(said[COMMON:]) if one and one not in said[:COMMON]]
    everywhere = said[:COMMON] + [one for one in said[COMMON:] if not one]
    return everywhere, rest[block::BLOCKS]


def _one(country: str, key: str, block: int, rng: Random) -> str:
    everywhere, own = options(country, key, block)
    return rng.choice(own if own and rng.random() < 0.6 else everywhere)


def words(country: str, number: int) -> Words:
    """Phrase book `number` (0 up to PER_COUNTRY) of a country; the same each time."""
    rng, block = Random(f"phrasebook-{country}-{number}"), number % BLOCKS
    said = {key: _one(country, key, block, rng) for key in BOOKS[country]}
    while said["rounded"] == said["total"]:
        everywhere, own = options(country, "rounded", block)
        said["rounded"] = rng.choice(everywhere + own)
    return Words(f"{country.lower()}-{number}", said)
