"""Writes samples/mails: every template and variant as NAME.eml beside NAME.json."""

import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from random import Random

from samples.letters import (
    de_bills,
    de_more,
    de_others,
    en_bills,
    en_more,
    en_people,
    en_promos,
    en_purchases,
    fr_claims,
    fr_family,
    fr_housing,
    fr_more,
    fr_near,
    fr_notices,
    fr_people,
    fr_promos,
    fr_purchases,
    fr_utilities,
    frauds,
)
from samples.letters.envelope import compose, forward_inline, forward_inside, wire
from samples.letters.shells import as_plain
from samples.letters.template import Template, answer, values

TEXTS: tuple[Template, ...] = (
    *fr_utilities.TEXTS,
    *fr_claims.TEXTS,
    *fr_purchases.TEXTS,
    *fr_housing.TEXTS,
    *fr_family.TEXTS,
    *fr_promos.TEXTS,
    *fr_notices.TEXTS,
    *fr_people.TEXTS,
    *en_bills.TEXTS,
    *en_purchases.TEXTS,
    *en_promos.TEXTS,
    *en_people.TEXTS,
    *de_bills.TEXTS,
    *de_others.TEXTS,
    *fr_more.TEXTS,
    *fr_near.TEXTS,
    *en_more.TEXTS,
    *de_more.TEXTS,
    *frauds.TEXTS,
)
FORWARD_EVERY = 9


def all_mails() -> Iterator[tuple[str, bytes, dict[str, object]]]:
    """Name, bytes and answer of every mail; each ninth is forwarded, in turn inline and whole."""
    count = 0
    for template in TEXTS:
        for variant in range(template.variants):
            count += 1
            name, filled = f"{template.key}-{variant + 1}", values(template, variant)
            message = compose(template, filled, variant)
            expected = {"file": f"{name}.eml", "lang": template.lang, "family": template.key}
            expected |= answer(template, filled)  # type: ignore[arg-type]
            how = _forwarding(template, count)
            if how:
                message = _forward(message, template.body.format(**filled.printed), how, name)
            yield name, wire(message, name), {**expected, "forwarded": how}


def _forwarding(template: Template, count: int) -> str | None:
    if count % FORWARD_EVERY or template.kind == "phishing" or template.who == "person":
        return None
    return "inline" if count // FORWARD_EVERY % 2 else "rfc822"


def _forward(message: EmailMessage, text: str, how: str, name: str) -> EmailMessage:
    rng = Random(f"forward-{name}")
    if how == "inline":
        return forward_inline(message, as_plain(text), rng)
    return forward_inside(message, rng)


def write(folder: Path) -> int:
    """Write all mails; returns how many."""
    count = 0
    for name, data, expected in all_mails():
        (folder / f"{name}.eml").write_bytes(data)
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        count += 1
    return count
