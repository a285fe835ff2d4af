"""Reasons to distrust a bill: enough of them together hold it, fewer only lower the confidence.

Each clue has a weight; clues that add up to `HOLDS` hold the bill, a contradiction within the bill or a
new sender of a known biller does so alone. A passing DKIM or DMARC clears nothing: it proves the domain,
never the biller (28 % of real phishing passes DKIM).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from classify.case import Case
from classify.evidence import Evidence
from classify.lexicon import pressure
from classify.lexicon.brands import BRANDS, FREE_MAIL
from classify.text import Text, phrase
from models.mail import Mail
from models.verdict import Because
from models.words import mark

HOLDS = 3.0
_COMPANY = phrase(
    r"(?:s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|gmbh|ltd|limited|inc|llc|plc|ag|billing|facturation|service"
    r" client\w*|"
    r"customer (?:service|support)|support|securite|security|department|team|services?)(?![a-z])"
)
_BRAND = phrase(*(re.escape(b).replace(r"\ ", " ") for b in sorted(BRANDS, key=len, reverse=True)))
_LURE = re.compile(
    r"secur|espace-?client|client-?espace|facturation|paiement|payment|verif|confirm|login|support|update|"
    r"billing|assistance|-client|compte|account|service"
)
_CONTRADICTIONS = {
    "xml_page_disagree": mark("The e-invoice inside and the printed page do not say the same."),
    "qr_page_disagree": mark("The payment code and the printed page do not say the same."),
    "iban_disagree": mark("Two sources name different accounts."),
}
_MONEY = frozenset({"", "amount", "payee_iban"})
"""Fields whose contradiction holds a bill alone; another date or name only lowers its confidence."""
_COUNTRY = re.compile(r"^[A-Z]{2}(?=[0-9A-Z])")
_SAME_COUNTRY = {"EL": "GR", "XI": "GB", "MC": "FR"}


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for distrust; `weight` of HOLDS or more holds the bill alone."""

    weight: float
    because: Because


@dataclass(frozen=True, slots=True)
class Doubts:
    """`hard` hold the bill; `soft` only lower its confidence."""

    hard: tuple[Because, ...]
    soft: tuple[Because, ...]


def doubts(case: Case, evidence: Evidence) -> Doubts:
    """What speaks against believing this bill, heaviest first."""
    clues = sorted(_clues(case, evidence), key=lambda c: -c.weight)
    reasons = tuple(clue.because for clue in clues)
    if sum(clue.weight for clue in clues) >= HOLDS:
        return Doubts(reasons, ())
    return Doubts((), reasons)


def _clues(case: Case, evidence: Evidence) -> Iterator[Clue]:
    yield from _contradictions(evidence)
    yield from _accounts(evidence)
    mail = evidence.mail
    if mail is None or _is_known(mail, case.known_domains):
        return
    if case.known_domains:
        sentence = mark("This biller wrote from another address until now; this one is {quote}")
        yield Clue(HOLDS, Because(sentence, mail.sender.address))
    yield from _sender(mail)
    yield from _proof(mail)
    yield from _pressure(evidence)


def _is_known(mail: Mail, domains: tuple[str, ...]) -> bool:
    """From a confirmed domain (or below it), or passed on by someone from a mail of such a domain."""
    senders = (mail.sender, *mail.forwarded)
    return any(s.domain == d or s.domain.endswith("." + d) for s in senders for d in domains)


def _contradictions(evidence: Evidence) -> Iterator[Clue]:
    """The warnings of readers carry the field: "xml_page_disagree:amount"."""
    told = [warning.partition(":") for warning in evidence.reading.warnings]
    for word, sentence in _CONTRADICTIONS.items():
        fields = {field for name, _, field in told if name == word}
        if fields:
            yield Clue(HOLDS if fields & _MONEY else 1.0, Because(sentence))


def _accounts(evidence: Evidence) -> Iterator[Clue]:
    reading = evidence.reading
    iban, vat = reading.payee_iban, reading.biller_id
    home = _COUNTRY.match(vat.value) if vat else None
    country = _SAME_COUNTRY.get(home[0], home[0]) if home else ""
    if iban is not None and country and not iban.value.startswith(country):
        sentence = mark("The account is in another country than the biller's VAT number: {quote}")
        yield Clue(1.0, Because(sentence, f"{iban.value[:2]} / {country}"))
    asks = iban is not None or reading.amount is not None
    if asks and (found := _first(pressure.NEW_ACCOUNT, (evidence.subject, evidence.body))):
        yield Clue(HOLDS, Because(mark("It announces a new account to pay to: “{quote}”"), found))


def _sender(mail: Mail) -> Iterator[Clue]:
    domain, name = mail.sender.domain, Text.of(mail.sender.name).folded
    if any(flag.startswith("lookalike") for flag in mail.authenticity.flags):
        yield Clue(2.5, Because(mark("The sender's address imitates another one: {quote}"), domain))
    brand = _BRAND.search(name)
    shown = f"{mail.sender.name} <{mail.sender.address}>"[:120]
    if brand and domain and not _carries(domain, BRANDS[brand[0].replace("\n", " ")]):
        yield Clue(
            2.0,
            Because(
                mark("The sender calls itself by a name whose address this is not: {quote}"), shown
            ),
        )
    elif _LURE.search(_registered(domain)) and not mail.forwarded:
        yield Clue(
            1.5,
            Because(mark("The sender's address is one that frauds like to use: {quote}"), domain),
        )
    if domain in FREE_MAIL and (brand or _COMPANY.search(name)):
        sentence = mark("A company that writes from a free mail address: {quote}")
        yield Clue(1.5, Because(sentence, mail.sender.address))
    if mail.reply_to and "reply_to_elsewhere" in mail.authenticity.flags:
        yield Clue(0.5, Because(mark("Replies would go elsewhere: {quote}"), mail.reply_to.address))


def _registered(domain: str) -> str:
    """The part of a domain that its owner registered, without subdomains ("a.b-c.co.uk": "b-c.co.uk")."""
    labels = domain.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3  # noqa: PLR2004
    return ".".join(labels[-3:] if short else labels[-2:])


def _carries(domain: str, starts: tuple[str, ...]) -> bool:
    """Whether the registered name of `domain` begins with one of `starts`."""
    labels = domain.split(".")
    owned = [".".join(labels[i:]) + "." for i in range(max(len(labels) - 3, 0), len(labels) - 1)]
    return any(name.startswith(start) for name in owned for start in starts)


def _proof(mail: Mail) -> Iterator[Clue]:
    seen = mail.authenticity
    results = {"SPF": seen.spf, "DKIM": seen.dkim, "DMARC": seen.dmarc}
    failed = [n for n, r in results.items() if r in {"fail", "softfail", "permerror"}]
    sentence = mark("Your mail provider could not confirm the sender: {quote}")
    if seen.dmarc == "fail" or len(failed) > 1:
        yield Clue(1.5, Because(sentence, ", ".join(failed)))
    elif any(results.values()) and "pass" not in results.values():
        yield Clue(1.0, Because(sentence, ", ".join(n for n, r in results.items() if r)))


def _pressure(evidence: Evidence) -> Iterator[Clue]:
    whole = (evidence.subject, evidence.body)
    if found := _first(pressure.CANNOT_BE_TAKEN_BACK, whole):
        sentence = mark("It speaks of a payment that cannot be taken back: “{quote}”")
        yield Clue(1.5, Because(sentence, found))
    if found := _first(pressure.CALL, whole):
        yield Clue(1.5, Because(mark("It wants to be called about a purchase: “{quote}”"), found))
    if evidence.reading.number and evidence.papers:
        return
    if found := _first(pressure.THREAT, whole) or _first(pressure.ASKS_CARD, whole):
        sentence = mark("It hurries you or asks for your card: “{quote}”")
        yield Clue(1.5, Because(sentence, found))


def _first(pattern: re.Pattern[str], texts: Iterable[Text]) -> str:
    """The words around the first hit, "" when there is none."""
    for text in texts:
        if match := pattern.search(text.folded):
            return text.quote(*match.span())
    return ""
