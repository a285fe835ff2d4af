"""Every malformed, real and composed mail of the corpus is read: no crash, no hang, nothing lost."""

import json
import os
import time
from functools import cache
from pathlib import Path

import pytest

from inbox.magic import kind_of
from inbox.parse import parse_mail

CORPUS = Path(
    os.environ.get("FACTEUR_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus")
)
SECONDS_MAX = 10
FEWEST = {"mime-torture": 342, "email": 707, "email-composed": 63}

_EXPECTED = os.environ.get("CI") == "true" and CORPUS.parent.is_dir()
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir() and not _EXPECTED,
    reason="the corpus of real mail is not beside this checkout",
)


@cache
def mails(name: str) -> tuple[tuple[str, bytes], ...]:
    return tuple((path.name, path.read_bytes()) for path in sorted((CORPUS / name).glob("*.eml")))


@pytest.mark.parametrize("name", FEWEST)
def test_every_mail_is_read_within_its_time(name: str) -> None:
    assert len(mails(name)) >= FEWEST[name]
    slow = []
    for file, raw in mails(name):
        start = time.process_time()
        mail = parse_mail(raw)
        if time.process_time() - start > SECONDS_MAX:
            slow.append(file)
        assert all(kind_of(a.data) for a in mail.attachments), file
    assert slow == []


@pytest.mark.parametrize("name", FEWEST)
def test_every_pdf_that_a_mail_holds_in_clear_base64_is_found(name: str) -> None:
    lost = [
        file
        for file, raw in mails(name)
        if b"\nJVBERi0" in raw
        and not any(a.content_type == "application/pdf" for a in parse_mail(raw).attachments)
    ]
    assert lost == []


def test_every_composed_mail_gives_its_attachment_or_its_text() -> None:
    for line in (CORPUS / "email-composed" / "manifest.jsonl").read_text().splitlines():
        row = json.loads(line)
        mail = parse_mail((CORPUS / "email-composed" / row["file"]).read_bytes())
        if str(row.get("where", "")).startswith("attachment"):
            assert len(mail.attachments) == 1, row["file"]
        else:
            assert mail.text, row["file"]
