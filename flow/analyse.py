"""One file or mail, alone: what `facteur read` answers, without database or mailbox."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from classify.case import Case
from classify.judge import judge
from extract.documents import documents_of, form_of
from extract.memory.lesson import NOTHING, Memory
from extract.read import read_documents
from flow.answer import PUBLIC, Answer, empty, failed, proof, shown
from flow.lines import line_rows
from inbox.parse import parse_mail
from models.document import Document, Form
from models.errors.every import revived
from models.errors.files import EmptyFile
from models.errors.problem import Problem
from models.errors.reading import AttachmentUnopened
from models.extraction import Extraction
from models.mail import Mail
from models.verdict import Verdict
from models.words import Lang

REFUSED = frozenset(
    {
        "zip_entries",
        "zip_ratio",
        "zip_size",
        "zip_encrypted",
        "zip_broken",
        "tnef_size",
        "tnef_broken",
    }
    | {"parts_limit", "bytes_limit", "depth_limit", "nesting_limit"}
)
"""Remarks of the mail parser that say: something hangs on this mail that nobody looked into."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found in one file: the mail if it was one, its documents, what they say."""

    mail: Mail | None
    documents: tuple[Document, ...]
    extraction: Extraction

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """(name, form) of each document, for the classifier."""
        return tuple((document.name, document.form.value) for document in self.documents)


def gather(
    data: bytes,
    name: str,
    *,
    trusted_provider: str | None = None,
    memory: Memory = NOTHING,
    password: str = "",
    also: Sequence[tuple[str, bytes]] = (),
) -> Gathered:
    """Everything the readers find in `data`, with what was taught. Raises Problem when it cannot look.

    also: name and bytes of further files that the person says belong to the same bill, in order.
    """
    mail, documents = all_documents(
        [(name, data), *also], trusted_provider=trusted_provider, password=password
    )
    extraction = read_documents(documents, memory, together=bool(also))
    if mail is None:
        return Gathered(None, documents, extraction)
    refused = tuple(
        (remark, AttachmentUnopened().code) for remark in mail.remarks if remark in REFUSED
    )
    return Gathered(mail, documents, replace(extraction, problems=extraction.problems + refused))


def all_documents(
    files: Sequence[tuple[str, bytes]], *, trusted_provider: str | None = None, password: str = ""
) -> tuple[Mail | None, tuple[Document, ...]]:
    """As `documents_in`, of all files of one bill: the mail is that of the first. Raises Problem."""
    (name, data), *also = files
    mail, documents = documents_in(data, name, trusted_provider=trusted_provider, password=password)
    for other, more in also:
        documents += documents_in(more, other, password=password)[1]
    return mail, documents


def documents_in(
    data: bytes, name: str, *, trusted_provider: str | None = None, password: str = ""
) -> tuple[Mail | None, tuple[Document, ...]]:
    """The mail, if it is one, and the documents of one file; `password` opens its encrypted PDFs.

    Raises Problem when it cannot look.
    """
    if not data.strip():
        raise EmptyFile
    form = form_of(data, name)
    if form is not Form.MAIL:
        return None, (Document(form, name, data, password=password),)
    mail = parse_mail(data, trusted_provider=trusted_provider)
    documents = documents_of(mail)
    return mail, tuple(replace(document, password=password) for document in documents)


def analyse(
    data: bytes,
    name: str,
    lang: Lang = "en",
    memory: Memory = NOTHING,
    *,
    password: str = "",
    also: Sequence[tuple[str, bytes]] = (),
) -> Answer:
    """The answer for one file (or one bill in several); a file that cannot be read has `error`
    ("code: sentence") and no field.
    """
    began = time.perf_counter()
    try:
        gathered = gather(data, name, memory=memory, password=password, also=also)
        case = Case(gathered.extraction, gathered.mail, gathered.forms)
        answer = answered(name, gathered, judge(case))
        unread = only_problem(gathered)
        if unread is not None:
            answer["error"] = f"{unread.code}: {unread.told(lang)}"
    except Problem as problem:
        answer = failed(name, problem, lang)
    answer["seconds"] = round(time.perf_counter() - began, 4)
    return answer


def answered(name: str, gathered: Gathered, verdict: Verdict) -> Answer:
    """The readings and the verdict in the command line's terms."""
    reading = gathered.extraction.reading
    answer = empty(name)
    answer["kind"] = verdict.kind.value
    answer["confidence"]["kind"] = round(verdict.confidence, 3)
    if reading.amount is not None:
        answer["amount"] = str(reading.amount.value)
        answer["currency"] = reading.amount.value.currency
        answer["confidence"]["currency"] = round(reading.amount.confidence, 3)
    elif reading.currency is not None:
        answer["currency"] = reading.currency.value
        answer["confidence"]["currency"] = round(reading.currency.confidence, 3)
    for ours, public in PUBLIC.items():
        found = getattr(reading, ours)
        if found is not None:
            answer[public] = shown(found.value)  # type: ignore[literal-required]
            answer["confidence"][public] = round(found.confidence, 3)
            answer["evidence"][public] = proof(found)
    answer["lines"] = line_rows(reading.lines)
    for none in reading.absent:
        answer["confidence"].setdefault(PUBLIC[none.value], round(none.confidence, 3))
    for needed in _STATED:
        answer["confidence"].setdefault(needed, 0.0)
    answer["warnings"] = [
        *reading.warnings,
        *(f"{code}:{doc}" for doc, code in gathered.extraction.problems),
    ]
    return answer


_STATED = ("biller", "amount", "due_date")
"""Every bill has a biller and an amount: that none was found is never sure, and is said."""


def only_problem(gathered: Gathered) -> Problem | None:
    """A lone file that no reader could open is an error; a mail with one bad part is a warning."""
    problems = gathered.extraction.problems
    if gathered.mail is None and problems and gathered.extraction.reading.is_empty:
        document, code = problems[0]
        return revived(code, what=document, limit="40 MB")
    return None
