"""What a bank wrote only in prose: account, creditor, reference and means inside the free text.

French banks print "PRLV SEPA … ICS FR… RUM …" in one label; the ids carry check digits, so they are
found by being right, not by the words before them. Only the mandate has none: its word is needed.
"""

import re
from dataclasses import replace
from itertools import islice

from stdnum.eu import at_02

from models.reading import Means
from models.statement import Entry
from pay.evidence.texts import compact, iban_within, near, structured

_MOST_READ = 700
"""Characters: SEPA's 140 of free text five times over. Searching ids in 4,000 took 15 ms an entry."""
_MOST_IDS = 8
_MANDATE = re.compile(
    r"\b(?:RUM|MANDAT|MANDATE|MANDATSREF(?:ERENZ)?|MREF|MACHTIGING|KENMERK MACHTIGING)"
    r"\b[ :+./-]{0,3}([A-Z0-9][A-Z0-9+?/:().,'-]{2,34})"
)
_RF = re.compile(r"\bRF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}\b")
_BELGIAN = re.compile(r"[+*]{3} ?(\d{3}) ?/ ?(\d{4}) ?/ ?(\d{5}) ?[+*]{3}")
_SWISS = re.compile(r"\b\d{27}\b|\b\d{2}(?: \d{5}){5}\b")
_WORDS: tuple[tuple[Means, str], ...] = (
    (
        Means.DIRECT_DEBIT,
        r"PRLV|PRLVT|PRELEVEMENT|PRÉLÈVEMENT|DIRECT DEBIT|\w{0,20}LASTSCHRIFT|INCASSO|DOMICILIATION"
        r"|SEPA DD|SDD|DD",
    ),
    (Means.CHEQUE, r"CHEQUE|CHÈQUE|CHQ|SCHECK"),
    (Means.CASH, r"RETRAIT|DAB|GAB|ATM|BARGELD\w*|GELDAUTOMAT|GEA|CASH"),
    (Means.CARD, r"CB|CARTE|CARD|CARD_PAYMENT|KARTENZAHLUNG|MASTERCARD|VISA|BEA|PAIEMENT PSC"),
    (
        Means.TRANSFER,
        r"VIR|VIRT|VIREMENT|TRANSFER|ÜBERWEISUNG|UEBERWEISUNG|OVERBOEKING|OVERSCHRIJVING"
        r"|FASTER PAYMENT|DAUERAUFTRAG",
    ),
)
_MEANS = tuple((means, re.compile(rf"\b(?:{words})\b")) for means, words in _WORDS)
_RETURNED = re.compile(
    r"\b(?:REJET|IMPAYE|IMPAYÉ|RETOUR (?:DE )?(?:PRLV|PRELEVEMENT|PRÉLÈVEMENT|VIR|VIREMENT)|"
    r"(?:PRLV|PRELEVEMENT|PRÉLÈVEMENT|VIR|VIREMENT)(?: SEPA)? (?:RETOURNE|REJETE|RETOURNÉ|REJETÉ|IMPAYE)|"
    r"RETURNED (?:DIRECT DEBIT|PAYMENT|TRANSFER)|UNPAID DIRECT DEBIT|RETURE|"
    r"R(?:UE|Ü)CKLASTSCHRIFT|RETOURE|STORNO|STORNERING|TERUGBOEKING)\b"
)

_CHARGE = re.compile(r"\b(?:FRAIS|COMMISSION|COM|FEE|CHARGE|ENTGELT|GEB(?:UE|Ü)HR|KOSTEN)\b")


def enriched(entry: Entry) -> Entry:
    """The entry with what its text tells and its fields do not; fields of the bank always win."""
    text = entry.text[:_MOST_READ]
    said = f"{entry.counterparty[:_MOST_READ]} {text}".upper()
    return replace(
        entry,
        counterparty_iban=entry.counterparty_iban or iban_within(text, entry.account),
        creditor_id=entry.creditor_id or creditor_within(text),
        mandate=entry.mandate or _first(_MANDATE, said),
        reference=entry.reference or reference_within(text),
        means=entry.means or means_of(said),
        returned=entry.returned or ("-" if _undoes(said) else ""),
    )


def _undoes(said: str) -> bool:
    # The bank's own charge for a returned payment bears the same words.
    return bool(_RETURNED.search(said)) and not _CHARGE.search(said)


def creditor_within(text: str) -> str:
    """The only SEPA creditor identifier (EPC AT-02, its check digits right) in a text, or ""."""
    found = {compact(word) for word in near(text.upper()) if at_02.is_valid(word)}
    return found.pop() if len(found) == 1 else ""


def reference_within(text: str) -> str:
    """The only structured reference in a text, or ""."""
    upper = text.upper()
    found = {_longest_rf(match[0]) for match in islice(_RF.finditer(upper), _MOST_IDS)}
    found |= {structured("".join(match.groups())) for match in _BELGIAN.finditer(upper)}
    found |= {structured(match[0]) for match in _SWISS.finditer(upper)}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _longest_rf(text: str) -> str:
    words = text.split(" ")
    ends = range(len(words), 0, -1)
    return next((rf for end in ends if (rf := structured("".join(words[:end])))), "")


def means_of(said: str) -> Means | None:
    """How a movement was made, by the first word of the bank's own that tells it (in capitals)."""
    hits = [
        (found.start(), means) for means, words in _MEANS if (found := words.search(said[:200]))
    ]
    return min(hits, key=lambda hit: hit[0])[1] if hits else None


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].rstrip(".,") if found else ""
