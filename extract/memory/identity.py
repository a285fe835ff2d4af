"""Who sent this document: its numbers, its sender, the fingerprint of its layout."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from hashlib import blake2b

from extract import labels_of_identifiers as labels
from extract.agree import same_company
from extract.identifiers import ibans_in, register_numbers_in
from extract.memory.lesson import NOBODY, Identity, Memory, Sender
from extract.memory.plain import says
from extract.page import Page
from extract.readers.mail_body import FREE_MAIL
from extract.sheet import Cell, Sheet, sheet_of
from extract.squash import squash
from models.iban import is_iban
from models.mail import Mail
from models.reading import Reading

_MOST_LABELS, _MOST_KEYS = 120, 40
_MOST_CELLS, _MOST_ROWS, _MOST_PAGES = 4_000, 2_000, 30
_MOST_LABEL, _LEAST_LABEL = 40, 4
_ALIKE, _FEWEST_SHARED = 0.5, 4
_ALIKE_WITH_KEY, _FEWEST_WITH_KEY = 0.3, 3
"""Share of the smaller fingerprint that must be found again, and how many labels at least; less where
a number names the biller already."""
_NEAR = 70
_SIREN = 9
_CREDITOR = re.compile(
    r"(?<![A-Z0-9])([A-Z]{2})(\d\d) ?([A-Z0-9]{3}) ?([A-Z0-9]{4,28})(?![A-Z0-9])"
)
_REGISTER = re.compile(r"tva|vat|ust|siret|siren|rcs|btw|mwst|uid")
_CUSTOMER = re.compile(r"client|customer|kunde|kaufer|votre|your|ihre|uw|acheteur|buyer")


class Kin(IntEnum):
    """How surely two identities are one biller."""

    NONE = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """One document's sheet, its fingerprint, and how many pages it has."""

    sheet: Sheet
    labels: frozenset[str]
    pages: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What the documents of one mail show together: a bill's own before the mail's body."""

    papers: tuple[Paper, ...]
    identity: Identity
    """Its labels are those of all documents."""
    sender: Sender

    def identity_on(self, paper: Paper) -> Identity:
        """The numbers of the whole mail with the fingerprint of one document."""
        return replace(self.identity, labels=paper.labels)

    def where(self, squashed: str) -> Cell | None:
        """The first cell that holds this squashed text, which has four characters or more."""
        if len(squashed) < _LEAST_LABEL:
            return None
        cells = (cell for paper in self.papers for row in _rows(paper) for cell in row)
        return next((cell for cell in cells if squashed in cell.plain), None)


def _rows(paper: Paper) -> tuple[tuple[Cell, ...], ...]:
    return paper.sheet.rows[:_MOST_ROWS]


def shown(papers: Sequence[Sequence[Page]], sender: Sender = NOBODY) -> Shown:
    """The documents of one mail, each as its pages (30 at most are looked at)."""
    sheets = [sheet_of(pages[:_MOST_PAGES]) for pages in papers]
    listed = [list(_cells(sheet)) for sheet in sheets]
    cells = [pair for pairs in listed for pair in pairs]
    prints = [fingerprint(cell for cell, _ in pairs) for pairs in listed]
    return Shown(
        tuple(map(Paper, sheets, prints, map(len, papers))),
        Identity(
            accounts=frozenset(_accounts(cells)),
            registers=frozenset(_registers(cells)),
            creditors=frozenset(_creditors(cells)),
            domain=sender.domain,
            labels=frozenset[str]().union(*prints),
        ),
        sender,
    )


def keys_of(shown: Shown, reading: Reading) -> tuple[str, ...]:
    """The keys that the pages print and those that were read, at most 40."""
    account, register = reading.payee_iban, reading.biller_id
    read = Identity(
        accounts=frozenset([account.value] if account and is_iban(account.value) else []),
        registers=frozenset([register_of(register.value)] if register else []),
    )
    return tuple(sorted(shown.identity.keys | read.keys))[:_MOST_KEYS]


def identity_with(keys: Iterable[str]) -> Identity:
    """An identity of nothing but these keys ("account:…", "register:…", "creditor:…")."""
    pairs = [key.partition(":") for key in keys]

    def of(wanted: str) -> frozenset[str]:
        return frozenset(value for kind, _, value in pairs if kind == wanted)

    return Identity(of("account"), of("register"), of("creditor"))


def sender_of(mail: Mail) -> Sender:
    """The sender as far as it can name a biller: never a private mailbox, never one who forwards."""
    domain = mail.sender.domain
    if mail.forwarded or domain in FREE_MAIL:
        return Sender()
    seen = mail.authenticity
    unknown = {"provider_unknown", "no_authentication_results"} & set(seen.flags)
    own = seen.dkim == "pass" and "dkim_elsewhere" not in seen.flags
    return Sender(mail.sender.name, domain, not unknown and (seen.dmarc == "pass" or own))


def kin(known: Identity, seen: Identity, shared: frozenset[str], *, authentic: bool) -> Kin:
    """How surely `seen` is the biller `known`.

    `shared` are keys that several billers' bills print (a factor's account, the customer's own): they
    prove nothing. Numbers of one sort that have none in common speak of two billers, whatever else is
    the same: two customers of one invoicing software, or a fraud under a known name.
    """
    if _differ(known, seen):
        return Kin.NONE
    keys = bool((known.keys & seen.keys) - shared)
    home = bool(known.domain) and authentic and same_domain(known.domain, seen.domain)
    layout = overlap(known.labels, seen.labels)
    if (home and layout) or (keys and overlap(known.labels, seen.labels, key=True)):
        return Kin.STRONG
    return Kin.WEAK if keys or home or layout else Kin.NONE


def _differ(known: Identity, seen: Identity) -> bool:
    sorts = (
        (known.accounts, seen.accounts),
        (known.registers, seen.registers),
        (known.creditors, seen.creditors),
    )
    return any(one and other and not one & other for one, other in sorts)


def same_domain(one: str, other: str) -> bool:
    """True for one domain or a part below it ("mail.edf.example", "edf.example")."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def overlap(one: frozenset[str], other: frozenset[str], *, key: bool = False) -> bool:
    """True when two fingerprints are of one layout; `key`: a number says already that it may be."""
    common, smaller = len(one & other), min(len(one), len(other))
    if key:
        return common >= _FEWEST_WITH_KEY and common >= _ALIKE_WITH_KEY * smaller
    return common >= _FEWEST_SHARED and common >= _ALIKE * smaller


def shared_keys(memory: Memory) -> frozenset[str]:
    """Keys that were seen with the names of two companies or more."""
    names: dict[str, str] = {}
    shared: set[str] = set()
    owners = [(one.biller, one.identity) for one in memory.lessons if one.biller]
    owners += [(one.name, one.identity) for one in memory.billers]
    for name, identity in owners:
        for key in identity.keys:
            if not same_company(names.setdefault(key, name), name):
                shared.add(key)
    return frozenset(shared)


def fingerprint(cells: Iterable[Cell]) -> frozenset[str]:
    """Short hashes of the first 120 cells that hold words and no figure."""
    found: dict[str, None] = {}
    for cell in cells:
        label = cell.plain.strip(" :.")
        if _LEAST_LABEL <= len(label) <= _MOST_LABEL and says(label) and label.isascii():
            if not any(c.isdigit() for c in label):
                found.setdefault(blake2b(label.encode(), digest_size=4).hexdigest())
            if len(found) >= _MOST_LABELS:
                break
    return frozenset(found)


def _cells(sheet: Sheet) -> Iterator[tuple[Cell, str]]:
    """The first cells, each with the squashed text that leads to it: the row above, its own row."""
    count = 0
    for number, row in enumerate(sheet.rows):
        before = squash(sheet.text_of(number - 1)[-200:])
        for cell in row:
            yield cell, before
            before = (before + squash(cell.text[:200]))[-2 * _NEAR :]
            count += 1
        if count >= _MOST_CELLS:
            return


def _accounts(cells: Sequence[tuple[Cell, str]]) -> Iterator[str]:
    for cell, before in cells:
        for value, start, _, right in ibans_in(cell.text):
            lead = (before + squash(cell.text[:start][-200:]))[-_NEAR:]
            if right and not labels.OWN_ACCOUNT.search(lead):
                yield value


def _registers(cells: Sequence[tuple[Cell, str]]) -> Iterator[str]:
    for cell, before in cells:
        for value, start, _ in register_numbers_in(cell.text):
            own = squash(cell.text[:start][-200:])
            lead = (before + own)[-_NEAR:]
            if _CUSTOMER.search(lead):
                continue
            if value[:2].isalpha() or _REGISTER.search(lead[-30:]):
                yield register_of(value)


def register_of(value: str) -> str:
    """The SIREN within a French VAT number, SIREN or SIRET; other numbers as they are."""
    if value.startswith("FR") and value[-_SIREN:].isdigit():
        return value[-_SIREN:]
    return value[:_SIREN] if value.isdigit() else value


def _creditors(cells: Sequence[tuple[Cell, str]]) -> Iterator[str]:
    """SEPA creditor identifiers with right check digits (EPC262-08: mod 97 without the business code)."""
    for cell, _ in cells:
        for match in _CREDITOR.finditer(cell.text):
            country, check, _, national = match.groups()
            digits = f"{national}{country}{check}"
            if _is_97(digits) and sum(c.isdigit() for c in national) >= 4:  # noqa: PLR2004
                yield f"{country}{check}{national}"


def _is_97(text: str) -> bool:
    return int("".join(str(int(c, 36)) for c in text)) % 97 == 1
