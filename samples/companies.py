"""Invented billers by country and trade, with identifiers whose check digits are right."""

from dataclasses import dataclass
from random import Random

from samples import identifiers as ids
from samples.names.english import ENGLISH
from samples.names.france import FRANCE
from samples.names.others import OTHERS

NAMES = FRANCE | ENGLISH | OTHERS


@dataclass(frozen=True)
class Company:
    """An invented biller; identifiers are without spaces, empty when the country has none."""

    name: str
    legal: str
    site: str
    country: str
    siren: str
    siret: str
    vat: str
    iban: str
    bic: str
    other_iban: str

    @property
    def names(self) -> list[str]:
        """The accepted answers for the biller: trade name and legal name."""
        return [self.name] if self.name == self.legal else [self.name, self.legal]


def company(country: str, trade: str, variant: int, rng: Random) -> Company:
    """The `variant`th biller of that trade, its numbers drawn from `rng`."""
    rows = NAMES[country][trade]
    name, legal, site = rows[variant % len(rows)].split("|")
    own = ids.siren(rng)
    banks = country if country in ("FR", "DE", "GB", "IE", "NL", "BE", "CH") else ""
    vat = {"FR": ids.vat_fr(own), "DE": ids.vat_de(rng), "GB": ids.vat_gb(rng)}.get(country, "")
    account, second = (ids.iban(banks, rng), ids.iban(banks, rng)) if banks else ("", "")
    bic = f"FCTR{country}{'2L' if country in ('GB', 'IE') else 'PP'}"
    return Company(name, legal, site, country, own, ids.siret(own, rng), vat, account, bic, second)
