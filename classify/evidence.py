"""What a case shows: the words of each zone, and the plain facts of its documents and its mail."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from classify.case import Case
from classify.signs import SIGNS, STEMS, is_standing_phrase, silenced
from classify.text import Text
from models.mail import Mail
from models.reading import Reading

Zone = Literal["reading", "subject", "title", "body", "page"]
ZONES: tuple[Zone, ...] = ("reading", "subject", "title", "body", "page")
"""Where a sign can stand, strongest first: said by a reader, in the subject, at the head of a
document, in the mail's own words, further down a page."""

READER_SIGNS = {
    "direct_debit": "debit",
    "already_paid": "paid",
    "receipt": "paid",
    "no_amount_due": "zero",
    "credit_note": "credit",
    "portal_notice": "portal",
    "schedule": "schedule",
    "reminder": "reminder",
    "invoice_title": "invoice",
    "quote": "quote",
    "order": "order",
}
"""A reader's machine word -> ours."""

MONEY_SIGNS = (
    "invoice", "demand", "paid", "card_tail", "debit", "debited", "schedule", "reminder", "credit", "waits",
)  # fmt: skip
"""Signs of a mail that speaks of a bill or a payment at all."""
EXACT_READERS = frozenset({"cii", "ubl", "facturx", "markup"})
_TITLE = 500
_DATED = re.compile(
    r"(?<![0-9.,])(?:(?:0?[1-9]|[12][0-9]|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:20)?[0-9]{2}"
    r"|[0-3]?[0-9](?:er)? [a-z]{3,9}\.?(?: 20[0-9]{2})?"
    r"|20[0-9]{2}-[01][0-9]-[0-3][0-9]|[a-z]{3,9} [0-3]?[0-9],? 20[0-9]{2})"
    r"[\s:|–-]{1,4}(?:€|eur|£|\$)?\s?([0-9]{1,3}(?:[ .,'][0-9]{3})?[.,][0-9]{2})(?![0-9])"
)
_SAME_AMOUNTS = 4
_FEW = 200
"""Characters: a body shorter than this only accompanies its attachment."""
_AMOUNT = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?:[ .,'\u202f]?[0-9]{3}){0,2}[.,][0-9]{2}\s?(?:€|eur|£|\$|usd|gbp|chf)"
    r"|(?:€|eur|£|\$|usd|gbp|chf)\s?[0-9]{1,3}(?:[ .,'\u202f]?[0-9]{3}){0,2}(?:[.,][0-9]{2})?"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """`seen`: (sign, zone) -> the words that prove it; the rest are plain facts.

    papers: how many documents may be a bill (PDF, XML, image). exact: an e-invoice or markup was read.
    amounts: how many the text shows. instalments: proof that one amount falls due at many dates.
    page: the papers' text; body, subject: the mail's.
    """

    seen: dict[tuple[str, Zone], str]
    reading: Reading
    mail: Mail | None
    papers: int
    exact: bool
    amounts: int
    instalments: str
    subject: Text
    body: Text
    page: Text

    def where(self, sign: str) -> Zone | None:
        """The strongest zone that holds the sign."""
        return next((z for z in ZONES if (sign, z) in self.seen), None)

    def has(self, sign: str, *zones: Zone) -> bool:
        """Whether the sign stands in one of the zones (any, when none is named)."""
        return any((sign, z) in self.seen for z in (zones or ZONES))

    def quote(self, sign: str) -> str:
        """The words that prove the sign, "" when it was not seen."""
        zone = self.where(sign)
        return self.seen[sign, zone] if zone else ""

    @property
    def readable(self) -> bool:
        """False when there was nothing to read at all (a scan no engine could read)."""
        return bool(self.page.shown or self.body.shown or self.subject.shown or self.exact)

    @property
    def unread(self) -> bool:
        """A document is there, nothing of it was read, and the mail's words do not say what it is."""
        if not self.papers or self.page.shown or self.exact:
            return False
        return len(self.body.shown) < _FEW or any(self.has(s) for s in MONEY_SIGNS)

    @property
    def proven(self) -> bool:
        """A document, or an amount with a number, an account or a due date: more than a claim."""
        reading = self.reading
        named = reading.number or reading.payee_iban or reading.due_on or reading.reference
        return bool(
            self.alone
            or self.exact
            or (self.papers and self.page.shown)
            or (reading.amount and named)
        )

    @property
    def alone(self) -> bool:
        """A file that came without a mail."""
        return self.mail is None


def gather(case: Case) -> Evidence:
    """Everything the rules and the model look at, found once."""
    mail = case.mail
    papers = [form for _, form in case.documents if form in {"pdf", "xml", "image"}]
    subject = Text.of(mail.subject if mail else "")
    body = Text.of(mail.text if mail else "")
    page = Text.of(_paper_text(case) if papers or mail is None else "")
    seen = _reader_signs(case.extraction.reading)
    for zone, text, start, end in (
        ("subject", subject, 0, 400),
        ("title", page, 0, _TITLE),
        ("body", body, 0, len(body.folded)),
        ("page", page, _TITLE, len(page.folded)),
    ):
        _search(seen, zone, text, start, end)  # type: ignore[arg-type]
    exact = any(r.reader in EXACT_READERS and r.amount for r in case.extraction.readings)
    amounts = len(_AMOUNT.findall(page.folded[:8000])) + len(_AMOUNT.findall(body.folded[:8000]))
    return Evidence(
        seen=seen,
        reading=case.extraction.reading,
        mail=mail,
        papers=len(papers),
        exact=exact,
        amounts=amounts,
        instalments="" if exact else _instalments(page) or _instalments(body),
        subject=subject,
        body=body,
        page=page,
    )


def _instalments(text: Text) -> str:
    """The first of at least four dates that carry the same amount, which most dates here do."""
    found = list(_DATED.finditer(text.folded[:12_000]))
    (amount, times), *_ = Counter(m[1] for m in found).most_common(1) or [("", 0)]
    if times < _SAME_AMOUNTS or times * 3 < len(found) * 2:
        return ""
    return next(text.quote(*m.span()) for m in found if m[1] == amount)


def _paper_text(case: Case) -> str:
    text = case.extraction.text
    own = case.mail.text.strip() if case.mail else ""
    return text.replace(own, " ", 1) if own else text


def _reader_signs(reading: Reading) -> dict[tuple[str, Zone], str]:
    seen: dict[tuple[str, Zone], str] = {}
    for sign in reading.signs:
        ours = READER_SIGNS.get(sign.value)
        if ours and not is_standing_phrase(Text.of(sign.quote).folded):
            seen.setdefault((ours, "reading"), sign.quote)
    return seen


def _search(
    seen: dict[tuple[str, Zone], str], zone: Zone, text: Text, start: int, end: int
) -> None:
    folded = silenced(text.folded)
    for sign, pattern in SIGNS.items():
        if match := pattern.search(folded, start, end):
            seen[sign, zone] = text.quote(*match.span())
    for stem, pattern in STEMS.items():
        if match := pattern.search(folded, start, end):
            seen[stem, zone] = text.quote(*match.span())
