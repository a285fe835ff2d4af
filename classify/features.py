"""A case as named numbers for the model: words of each zone, signs, plain facts.

Words that name the biller or the sender are left out, figures become "0": the model is to learn what
bills say, not who sends them.
"""

import re
from itertools import pairwise
from math import sqrt

from classify.evidence import Evidence
from classify.text import Text

_TOKEN = re.compile(r"[a-z]{2,24}|[0-9]+|[%€£$@]")
_READ: dict[str, int] = {"subject": 400, "body": 4000, "page": 4000}
"""Characters read of each zone: what decides stands at the head."""


def features(evidence: Evidence) -> dict[str, float]:
    """name -> value; words weigh 1/sqrt(number of different ones) by zone, facts 1."""
    found: dict[str, float] = {}
    names = _names(evidence)
    for zone, text in (
        ("subject", evidence.subject),
        ("body", evidence.body),
        ("page", evidence.page),
    ):
        found.update(_words(zone[0], text.folded[: _READ[zone]], names))
    found.update((f"sign:{sign}@{zone}", 1.0) for sign, zone in evidence.seen)
    if kind := evidence.reading.kind:
        found[f"page:{kind.value}"] = kind.confidence
    found.update((f"has:{fact}", 1.0) for fact, holds in _facts(evidence).items() if holds)
    return found


def _facts(evidence: Evidence) -> dict[str, bool]:
    reading, mail = evidence.reading, evidence.mail
    fields = ("amount", "due_on", "number", "customer_number", "period", "payee_iban", "reference")
    facts = {f"field_{name}": getattr(reading, name) is not None for name in fields}
    return facts | {
        "credit": bool(reading.amount and reading.amount.value.minor < 0),
        "nothing_due": bool(reading.amount and reading.amount.value.minor == 0),
        "instalments": bool(evidence.instalments),
        "paper": evidence.papers > 0,
        "no_mail": evidence.alone,
        "exact": evidence.exact,
        "bulk": bool(mail and mail.bulk),
        "no_amount_shown": evidence.amounts == 0,
        "many_amounts": evidence.amounts > 6,  # noqa: PLR2004 - a table of prices or lines
        "long_body": len(evidence.body.folded) > 2500,  # noqa: PLR2004 - newsletters are long
    }


def _words(zone: str, folded: str, names: frozenset[str]) -> dict[str, float]:
    tokens = ["0" if t[0].isdigit() else t for t in _TOKEN.findall(folded) if t not in names]
    grams = set(tokens) | {f"{a} {b}" for a, b in pairwise(tokens)}
    weight = 1 / sqrt(len(grams)) if grams else 0.0
    return {f"{zone}:{gram}": weight for gram in grams}


def _names(evidence: Evidence) -> frozenset[str]:
    """Words of the biller's and the sender's names, common words of bills excepted."""
    said = [evidence.reading.biller.value] if evidence.reading.biller else []
    if evidence.mail:
        sender = evidence.mail.sender
        said += [sender.name, sender.domain.rpartition(".")[0]]
    words = _TOKEN.findall(" ".join(Text.of(s).folded for s in said))
    return frozenset(w for w in words if len(w) > 3 and w not in _COMMON)  # noqa: PLR2004


_COMMON = frozenset(
    (  # noqa: SIM905 - a list of words reads best as one text
        "facture factures facturation service services client clients energie eau assurance assurances "
        "telecom mobile mutuelle ville commune syndic immobilier avocats association energy water power "
        "insurance council school clinic billing bill bills invoice invoices accounts noreply newsletter "
        "stadtwerke strom versicherung rechnung kundenservice societe compagnie company email mail"
    ).split()
)
