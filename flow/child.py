"""The child process that touches hostile bytes: reads one request at a time from standard input.

Run as `python -m flow.child MEMORY_MB`. Mail, PDF, XML, pictures and bank statements are parsed here
and only here; the parent kills it when it takes too long and starts another. Answers are JSON frames.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO

from classify.case import Case
from classify.judge import judge
from extract.memory.learn import lessons_of
from extract.memory.lesson import NOTHING, Memory
from extract.memory.papers import shown_by
from flow.analyse import all_documents, analyse, gather, only_problem
from flow.books.shared_task import read_shared
from flow.frames import read_frame, write_frame
from flow.limits import limit, spend_as
from flow.papers_told import papers_told
from flow.parts import parted
from flow.statement_task import read_statement
from flow.taught import IDENTITY, LESSONS, MEMORY, SAID
from models.codec import EXTRACTION, VERDICT
from models.errors.files import TooDeep
from models.errors.problem import Problem
from models.errors.reading import OutOfMemory, ReaderDied
from models.mail import Mail
from models.words import Lang

Header = dict[str, object]
_MOST_TEXT = 20_000
"""Characters of a mail's own text that are handed on, for mail that answers a letter."""


def read_original(header: Header, body: bytes) -> Header:
    """What all readers find in one original, and the mail's envelope. Raises the Problem of a scan in
    which nothing could be read: a mail beside it says nothing of such a file.
    """
    provider = _text(header, "provider") or None
    (name, data), *also = parted(header, body)
    gathered = gather(
        data, name, trusted_provider=provider, memory=_memory(header),
        password=_text(header, "password"), also=also,
    )  # fmt: skip
    unread = only_problem(gathered)
    if unread is not None:
        raise unread
    return {
        "extraction": EXTRACTION.write(gathered.extraction),
        "envelope": _envelope(gathered.mail),
        "forms": [list(pair) for pair in gathered.forms],
        "answers": list(gathered.mail.answers) if gathered.mail else [],
        "text": gathered.mail.text[:_MOST_TEXT] if gathered.mail else "",
    }


def judge_original(header: Header, body: bytes) -> Header:
    """The verdict about one original whose extraction is already stored; marked: it says that Facteur
    sent it, and the provider does not say that its sender is forged.
    """
    provider = _text(header, "provider") or None
    mail, documents = all_documents(parted(header, body), trusted_provider=provider)
    domains = header.get("known_domains")
    case = Case(
        EXTRACTION.read(_text(header, "extraction")),
        mail,
        tuple((document.name, document.form.value) for document in documents),
        known_kind=_text(header, "known_kind"),
        known_category=_text(header, "known_category"),
        known_domains=tuple(domains) if isinstance(domains, list) else (),
    )
    root, lang = _text(header, "root_folder"), _text(header, "folder_lang")
    return {
        "verdict": VERDICT.write(
            judge(case, folder_root=root, folder_lang="fr" if lang == "fr" else "en")
        ),
        "answers": list(mail.answers) if mail else [],
        "marked": mail is not None and mail.marked and mail.authenticity.dmarc != "fail",
    }


def answer_file(header: Header, body: bytes) -> Header:
    """The whole answer of `facteur read` for one file, or for the files of one bill."""
    lang: Lang = "fr" if _text(header, "lang") == "fr" else "en"
    (name, data), *also = parted(header, body)
    password, memory = _text(header, "password"), _memory(header)
    return {"answer": analyse(data, name, lang, memory, password=password, also=also)}


def learn(header: Header, body: bytes) -> Header:
    """What the corrections of one original teach, and who its biller is known by."""
    provider = _text(header, "provider") or None
    _, documents = all_documents(
        parted(header, body), trusted_provider=provider, password=_text(header, "password")
    )
    shown = shown_by(documents)
    lessons = lessons_of(shown, SAID.read(_text(header, "said")), _text(header, "biller"))
    papers = [shown.identity_on(paper) for paper in shown.papers]
    return {
        "lessons": LESSONS.write(lessons),
        "identity": IDENTITY.write(papers[0] if papers else shown.identity),
    }


def papers(header: Header, body: bytes) -> Header:
    """What one original tells a payment: see flow.papers_told."""
    return papers_told(parted(header, body), _text(header, "provider") or None)


def _memory(header: Header) -> Memory:
    text = _text(header, "memory")
    return MEMORY.read(text) if text else NOTHING


TASKS: dict[str, Callable[[Header, bytes], Header]] = {
    "read": read_original,
    "judge": judge_original,
    "answer": answer_file,
    "learn": learn,
    "papers": papers,
    "statement": read_statement,
    "shared": read_shared,
}


def _text(header: Header, name: str) -> str:
    return str(header.get(name) or "")


def _envelope(mail: Mail | None) -> dict[str, str]:
    if mail is None:
        return {}
    return {
        "subject": mail.subject[:500],
        "sender_name": mail.sender.name[:200],
        "sender_address": mail.sender.address[:320],
        "sent_at": mail.received_at.isoformat() if mail.received_at else "",
    }


def handle(header: Header, body: bytes) -> Header:
    """The answer to one request; a Problem becomes its name and details."""
    try:
        return TASKS[str(header["task"])](header, body)
    except Problem as problem:
        return {"problem": type(problem).__name__, "details": problem.details}
    except MemoryError:
        return {"problem": OutOfMemory.__name__, "details": {}}
    except RecursionError:
        return {"problem": TooDeep.__name__, "details": {"limit": sys.getrecursionlimit()}}
    except Exception:  # noqa: BLE001 - a fault of ours: the parent logs it, the document is set aside
        return {
            "problem": ReaderDied.__name__,
            "details": {},
            "cause": traceback.format_exc()[-4000:],
        }


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests until the parent closes the pipe."""
    while True:
        try:
            header, body = read_frame(requests)
        except EOFError:
            return
        spend_as(header)
        write_frame(answers, handle(header, body))


def main() -> None:
    """Keeps the answer pipe away from anything that prints, then serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if sys.platform == "linux":
        limit(int(sys.argv[1]))
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
