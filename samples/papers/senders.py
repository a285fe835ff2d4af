"""Who sends a paper: a firm of a trade of the bills, or one named by the paper's own patterns."""

from dataclasses import replace
from random import Random

from samples.composed.firms import Firm, filled, firm, slug
from samples.papers.texts import Text


def sender(text: Text, country: str, rng: Random) -> Firm:
    """Who sends it: of a trade of the bills, or of a pattern of the text's own."""
    patterns = [p for p in text.head.get("name", "").split("|") if p]
    trade = rng.choice(text.head.get("trade", "shop,erp,saas,public").split(","))
    made = firm(text.lang, country, trade, rng)
    if not patterns:
        return made
    name = filled(rng.choice(patterns), text.lang, country, rng)
    brand, _, legal = name.partition(" / ")
    domain = f"{slug(brand)}.{made.domain.rsplit('.', 1)[-1]}"
    return replace(made, brand=brand, legal=legal or brand, domain=domain, mail=f"info@{domain}")
