"""Laws of the made mails: they parse, and print what is expected of a reader."""

import email
import email.policy
import html
import json
import re
from email.message import EmailMessage
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from samples import letters
from samples.letters.write import TEXTS, all_mails
from tests.samples.printed import amounts, dates, squashed, stands

FOLDER = Path(letters.__file__).parent.parent / "mails"
CATEGORIES = set(
    [
        "energy",
        "water",
        "telecom",
        "rent",
        "insurance",
        "tax",
        "health",
        "education",
        "shopping",
        "transport",
        "bank",
        "subscription",
        "charity",
        "other",
    ]
)
ALL = list(all_mails())


def readable(message: EmailMessage) -> str:
    """Everything a person would read: subjects, bodies, attached PDF files."""
    found = [str(message["Subject"])]
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "text/plain":
            found.append(part.get_content())
        elif kind == "text/html":
            found.append(html.unescape(re.sub(r"<[^>]+>", " ", part.get_content())))
        elif str(part.get_filename()).endswith(".pdf"):
            with pdfium.PdfDocument(part.get_content()) as pdf:
                found += [page.get_textpage().get_text_range() for page in pdf]
        elif kind == "message/rfc822":
            found.append(str(part.get_content()["Subject"]))
    return squashed(" ".join(found))


@pytest.mark.parametrize(("name", "data", "answer"), ALL, ids=[name for name, _, _ in ALL])
def test_every_mail_parses_and_prints_its_answer(
    name: str, data: bytes, answer: dict[str, object]
) -> None:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert not [defect for part in message.walk() for defect in part.defects]
    assert message["From"].addresses[0].domain.endswith((".example", ".test"))
    assert answer["category"] in CATEGORIES
    text = readable(message)
    if answer.get("amount"):
        assert stands(text, amounts(str(answer["amount"])))
    for field in ("due_date", "issue_date"):
        assert not answer.get(field) or stands(text, dates(str(answer[field]))), field
    for field in ("invoice_number", "customer_number", "iban", "reference"):
        assert not answer.get(field) or squashed(str(answer[field])) in text, field


def test_the_files_are_those_the_program_makes() -> None:
    again = {name: data for name, data, _ in all_mails()}
    for name, data, answer in ALL[::7]:
        assert again[name] == data
        kept = email.message_from_bytes(
            (FOLDER / f"{name}.eml").read_bytes(), policy=email.policy.default
        )
        assert readable(kept) == readable(
            email.message_from_bytes(data, policy=email.policy.default)
        )
        assert json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) == answer
    assert len(list(FOLDER.glob("*.eml"))) == len(ALL) >= 250


def test_the_texts_are_many_and_half_of_them_are_french() -> None:
    keys = [template.key for template in TEXTS]
    assert len(set(keys)) == len(keys) >= 60
    assert sum(key.startswith("fr-") for key in keys) * 2 >= len(keys)


def test_companies_that_bill_also_write_other_mail() -> None:
    billing = {(t.country, t.trade) for t in TEXTS if t.label == "bill"}
    others = {(t.country, t.trade) for t in TEXTS if t.label == "other"}
    assert len(billing & others) >= 10


def test_no_text_is_a_copy_of_another() -> None:
    bodies = {re.sub(r"\W+", " ", template.body) for template in TEXTS}
    assert len(bodies) == len(TEXTS)
