"""In the child: the documents, sender and links of one mail or scan, for a payment."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser

from extract.read import read_documents
from flow.analyse import all_documents
from inbox.html_limits import tamed
from models.document import Document, Form
from models.mail import Mail

Told = dict[str, object]
_MOST_LINKS = 200
_MOST_DOCUMENTS = 10
_LONGEST = 2_048
_WRITTEN = re.compile(r"https://[^\s<>\"']{4,2040}")
_LOOKALIKE = "lookalike:"
_PAPER = frozenset({Form.PDF, Form.XML, Form.IMAGE})


def papers_told(files: Sequence[tuple[str, bytes]], provider: str | None) -> Told:
    """What flow.papers.Papers holds, JSON-shaped. Raises Problem when the mail cannot be opened."""
    mail, documents = all_documents(files, trusted_provider=provider)
    return {
        "documents": list(_digests(documents)),
        "authenticated": _authenticated(mail) if mail else None,
        "resembles": _resembles(mail) if mail else "",
        "links": list(dict.fromkeys(_links(mail)))[:_MOST_LINKS] if mail else [],
    }


def _digests(documents: tuple[Document, ...]) -> Iterator[str]:
    """Those that name an amount: terms of sale and logos hang on every mail of a biller."""
    papers = [document for document in documents if document.form in _PAPER]
    for document in papers[:_MOST_DOCUMENTS]:
        if read_documents((document,)).reading.amount is not None:
            yield sha256(document.data).hexdigest()


def _authenticated(mail: Mail) -> bool | None:
    seen = mail.authenticity
    results = [result for result in (seen.dmarc, seen.dkim) if result]
    if not results:
        return None
    return seen.dmarc != "fail" and "pass" in results


def _resembles(mail: Mail) -> str:
    flags = [flag for flag in mail.authenticity.flags if flag.startswith(_LOOKALIKE)]
    return flags[0].removeprefix(_LOOKALIKE) if flags else ""


def _links(mail: Mail) -> Iterator[str]:
    if mail.html:
        for anchor in LexborHTMLParser(tamed(mail.html)[0]).css("a[href]"):
            link = (anchor.attributes.get("href") or "").strip()
            if link.startswith("https://") and len(link) <= _LONGEST:
                yield link
    yield from _WRITTEN.findall(mail.text)
