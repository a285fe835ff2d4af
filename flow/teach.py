"""One's own bill as a teacher: read, corrected, kept beside its expected answer, learned."""

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from sqlalchemy.orm import Session

from extract.memory.lesson import FIELDS, Correction
from flow.answer import PUBLIC, Answer
from flow.learning import Learned, learned_from
from flow.lessons import keep_lessons, memory_for
from flow.sandbox import Sandbox
from flow.settings import Settings
from flow.taught import SAID
from flow.wiring import Wiring
from models.database import reading
from models.errors.files import FileUnreadable, FileUnwritable, TooLarge
from models.journal import append
from models.words import Lang, mark

MOST_BYTES = 100 * 2**20
_TAKEN = mark("another file of this name is there")


def has_home(settings: Settings) -> bool:
    """True when lessons can be kept: `facteur init` was run, or a database elsewhere is named."""
    return bool(settings.database_url) or (settings.home / "facteur.db").exists()


def memory_of(wiring: Wiring | None) -> str:
    """What was taught in this house, as the children take it; "" without a house."""
    if wiring is None:
        return ""
    with Session(reading(wiring.engine)) as session:
        return memory_for(session, None, "")


def read_bill(sandbox: Sandbox, file: Path, lang: Lang, memory: str, password: str = "") -> Answer:
    """The answer about one file. Raises Problem when it cannot be opened or read."""
    answer = sandbox.ask(
        "answer", bytes_of(file), name=file.name, lang=lang, memory=memory, password=password
    )["answer"]
    return cast("Answer", answer)


def bytes_of(file: Path) -> bytes:
    """The file's bytes, at most 100 MB. Raises FileUnreadable, TooLarge."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable(file=str(file)) from cause
    if len(data) > MOST_BYTES:
        raise TooLarge(limit="100 MB")
    return data


def kept_copy(file: Path, folder: Path | None) -> Path:
    """The bill where its expected answer will stand: itself, or a copy in `folder` (0700, made anew).

    A different file of that name there is never overwritten. Raises FileUnreadable, FileUnwritable.
    """
    if folder is None:
        return file
    target = folder / file.name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if target.exists() and target.read_bytes() != bytes_of(file):
            raise FileUnwritable(file=str(target), why=_TAKEN)
        if not target.exists():
            shutil.copyfile(file, target)
            os.chmod(target, 0o600)  # noqa: PTH101
    except OSError as cause:
        raise FileUnwritable(file=str(target), why=cause.strerror or str(cause)) from cause
    return target


def said_of(answer: Answer, wanted: Mapping[str, object]) -> tuple[Correction, ...]:
    """The expected answer as corrections of what was read, for the fields that can be taught."""
    said = []
    day = wanted.get("issue_date") or answer["issue_date"]
    issued = date.fromisoformat(str(day)) if day else None
    for name in FIELDS:
        public = PUBLIC[name]
        value = wanted.get(public)
        if public not in wanted or (value is None and name != "due_on"):
            continue
        read = answer.get(public)
        proof = answer["evidence"].get(public)
        wrong = "" if read == value or read is None else str(read)
        quote = wrong if name == "biller" else (proof["quote"] if wrong and proof else "")
        currency = (
            str(wanted.get("currency") or answer["currency"] or "") if name == "amount" else ""
        )
        text = None if value is None else str(value)
        said.append(Correction(name, text, quote, currency, issued))
    return tuple(said)


def learn_file(
    wiring: Wiring, file: Path, answer: Answer, wanted: Mapping[str, object], password: str = ""
) -> Learned:
    """Keeps what this bill teaches for the next ones, with a journal line. Raises Problem."""
    said = said_of(answer, wanted)
    biller = str(wanted.get("biller") or answer["biller"] or "")
    reply = wiring.sandbox.ask(
        "learn", bytes_of(file), name=file.name, said=SAID.write(said), biller=biller,
        password=password,
    )  # fmt: skip
    learned = learned_from(reply, said, tuple(one.field for one in said), "")
    with Session(wiring.engine) as session, session.begin():
        keep_lessons(
            session, account_id=None, bill=None, domain="", identity=learned.identity,
            fields=learned.fields, lessons=learned.lessons,
        )  # fmt: skip
        append(
            session, "person", "bill_taught", f"file {file.name}", where="cli",
            detail={
                "learned": [lesson.field for lesson in learned.lessons],
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
        )  # fmt: skip
    return learned
