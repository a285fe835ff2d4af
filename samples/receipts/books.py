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
PER_COUNTRY = 8


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


def words(country: str, number: int) -> Words:
    """Phrase book `number` (0 up to PER_COUNTRY) of a country; the same each time."""
    rng = Random(f"phrasebook-{country}-{number}")
    said = {key: rng.choice(options.split("|")) for key, options in BOOKS[country].items()}
    others = [one for one in BOOKS[country]["rounded"].split("|") if one != said["total"]]
    said["rounded"] = rng.choice(others)
    return Words(f"{country.lower()}-{number}", said)
