"""Reasons to distrust a bill: the hard ones hold it, the soft ones lower the confidence.

Hard are only a forged or contradictory bill: XML and page that name another amount or account, a
look-alike or borrowed brand with failing or absent proof of the sender. A passing DKIM or DMARC proves
the domain, never the biller (research: 28 % of real phishing passes DKIM), so it clears nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from classify.case import Case
from classify.evidence import Evidence
from classify.lexicon.brands import BRANDS, FREE_MAIL
from classify.text import Text, phrase
from models.mail import Mail
from models.verdict import Because
from models.words import mark

_COMPANY = re.compile(
    r"(?<![a-z])(?:s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|gmbh|ltd|limited|inc|llc|plc|ag|billing|facturation|"
    r"service client\w*|customer (?:service|support)|support|securite|security|department|team)(?![a-z])"
)
_BRAND = phrase(*(re.escape(b).replace(r"\ ", " ") for b in sorted(BRANDS, key=len, reverse=True)))
_GIFT = phrase(
    r"(?:bitcoin|btc|usdt|ethereum|crypto(?:monnaie|currency|wallet)?|gift ?cards?|cartes? cadeaux?|"
    r"pcs mastercard|paysafecard|neosurf|transcash|western union|moneygram|geschenkkarte|steam"
    r" card)s?(?![a-z])"
)
_URGE = phrase(
    r"(?:urgent\w*|immediat\w*|derniere (?:chance|relance|notification)|sous (?:24|48) ?h\w*|dans les 24|"
    r"sera (?:suspendu|bloque|coupe|resilie|ferme|supprime|desactive)\w*|compte (?:suspendu|bloque"
    r"|limite))",
    r"(?:immediately|within (?:24|48) hours|final warning|last (?:warning|chance|reminder)|act now|"
    r"will be (?:suspended|closed|terminated|deleted|locked|disabled)|(?:account|service) (?:is |has"
    r" been )?"
    r"(?:suspended|locked|on hold|limited)|expires? today|expired|failed)",
    r"(?:sofort|umgehend|letzte (?:erinnerung|mahnung)|gesperrt|abgelaufen|innerhalb von (?:24|48))",
)
_CALL = phrase(
    r"(?:cancel|dispute|refund|did not|didn't|unauthori[sz]ed|not (?:made|placed) (?:by )?you)"
    r"[^!?]{0,160}(?:call|contact|reach|dial|helpline|toll)[^!?]{0,80}[+(]?[0-9][0-9() .-]{8,}",
    r"(?:call|dial|reach|helpline|toll[- ]free|customer (?:care|support))[^!?]{0,60}[+(]?[0-9][0-9()"
    r" .-]{8,}"
    r"[^!?]{0,160}(?:cancel|dispute|refund|unauthori[sz]ed)",
)
_CONTRADICTIONS = {
    "xml_page_disagree": mark("The e-invoice inside and the printed page do not say the same."),
    "amounts_disagree": mark("Two sources state different amounts."),
    "iban_disagree": mark("Two sources name different accounts."),
}
_IBAN_COUNTRY, _VAT_COUNTRY = (
    re.compile(r"^[A-Z]{2}(?=[0-9]{2})"),
    re.compile(r"^[A-Z]{2}(?=[0-9A-Z])"),
)


@dataclass(frozen=True, slots=True)
class Doubts:
    """`hard` hold the bill; `soft` only lower its confidence."""

    hard: tuple[Because, ...]
    soft: tuple[Because, ...]


def doubts(case: Case, evidence: Evidence) -> Doubts:
    """What speaks against believing this bill."""
    hard, soft = list(_contradictions(evidence)), list(_accounts(evidence))
    mail = evidence.mail
    if mail and mail.sender.domain not in case.known_domains:
        borrowed, weak = list(_borrowed(mail)), [*_proof(mail), *_pressure(evidence)]
        strong = borrowed and weak
        (hard if strong else soft).extend(borrowed)
        soft.extend(weak)
        soft.extend(_free_mail(mail, evidence))
    return Doubts(tuple(hard), tuple(soft))


def _contradictions(evidence: Evidence) -> Iterator[Because]:
    warned = set(evidence.reading.warnings)
    for word, sentence in _CONTRADICTIONS.items():
        if word in warned:
            yield Because(sentence)


def _accounts(evidence: Evidence) -> Iterator[Because]:
    reading = evidence.reading
    iban = _IBAN_COUNTRY.match(reading.payee_iban.value) if reading.payee_iban else None
    vat = _VAT_COUNTRY.match(reading.biller_id.value) if reading.biller_id else None
    country = {"EL": "GR", "XI": "GB"}.get(vat[0], vat[0]) if vat else ""
    if iban and country and iban[0] != country:
        sentence = mark("The account is in another country than the biller's VAT number: {quote}")
        yield Because(sentence, f"{iban[0]} / {country}")
    if "iban_invalid" in reading.warnings and reading.payee_iban:
        yield Because(mark("The IBAN is not valid: {quote}"), reading.payee_iban.value)


def _borrowed(mail: Mail) -> Iterator[Because]:
    """A known name carried by a domain that is not its own."""
    domain = mail.sender.domain
    for flag in mail.authenticity.flags:
        if flag.startswith("lookalike"):
            sentence = mark("The sender's address imitates another one: {quote}")
            yield Because(sentence, domain)
    match = _BRAND.search(Text.of(mail.sender.name).folded)
    if match and domain and not _carries(domain, BRANDS[match[0].replace("\n", " ")]):
        sentence = mark("The sender calls itself {quote}, whose address this is not.")
        yield Because(sentence, f"{mail.sender.name} <{mail.sender.address}>"[:120])


def _carries(domain: str, starts: tuple[str, ...]) -> bool:
    """Whether the registered name of `domain` begins with one of `starts`."""
    labels = domain.split(".")
    owned = [".".join(labels[i:]) + "." for i in range(max(len(labels) - 3, 0), len(labels) - 1)]
    return any(name.startswith(start) for name in owned for start in starts)


def _proof(mail: Mail) -> Iterator[Because]:
    seen = mail.authenticity
    results = {"SPF": seen.spf, "DKIM": seen.dkim, "DMARC": seen.dmarc}
    failed = [
        name for name, result in results.items() if result in {"fail", "softfail", "permerror"}
    ]
    if seen.dmarc == "fail" or len(failed) > 1:
        yield Because(
            mark("Your mail provider could not confirm the sender: {quote}"), ", ".join(failed)
        )
    elif any(results.values()) and "pass" not in results.values():
        yield Because(
            mark("Your mail provider could not confirm the sender: {quote}"), "SPF, DKIM, DMARC"
        )
    if "reply_to_elsewhere" in seen.flags and mail.reply_to:
        yield Because(mark("Replies would go elsewhere: {quote}"), mail.reply_to.address)


def _pressure(evidence: Evidence) -> Iterator[Because]:
    whole = (evidence.subject, evidence.body)
    for pattern, sentence in (
        (_GIFT, mark("It asks for a payment that cannot be taken back: “{quote}”")),
        (_CALL, mark("It wants to be called about a purchase: “{quote}”")),
    ):
        found = next(((t, m) for t in whole if (m := pattern.search(t.folded))), None)
        if found:
            yield Because(sentence, found[0].quote(*found[1].span()))
    reading = evidence.reading
    urged = next(((t, m) for t in whole if (m := _URGE.search(t.folded))), None)
    if urged and not evidence.papers and not reading.payee_iban and not reading.number:
        sentence = mark("It hurries you and gives only a link: “{quote}”")
        yield Because(sentence, urged[0].quote(*urged[1].span()))


def _free_mail(mail: Mail, evidence: Evidence) -> Iterator[Because]:
    if mail.sender.domain in FREE_MAIL and _COMPANY.search(Text.of(mail.sender.name).folded):
        sentence = mark("A company that writes from a free mail address: {quote}")
        yield Because(sentence, mail.sender.address)
    elif mail.sender.domain in FREE_MAIL and evidence.papers and not mail.forwarded:
        yield Because(mark("It comes from a private mail address: {quote}"), mail.sender.address)
