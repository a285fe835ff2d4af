"""Laws of the e-invoices, the demo mailbox and the hostile files."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from samples import bills
from samples.demobox import write as demobox
from samples.demobox.contents import BASE
from samples.einvoices.deal import Deal
from samples.einvoices.write import files, hybrids
from samples.make import HERE
from samples.poison import write as poison
from samples.poison.write import FILES

DEMO = HERE / "demo"


DEALS: list[Deal] = [row[0] for row in files()] + [row[0] for row in hybrids()]


@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: deal.name)
def test_what_is_due_is_the_total_less_what_was_paid(deal: Deal) -> None:
    assert deal.net + deal.tax == deal.gross
    assert deal.payable == deal.gross - deal.prepaid > 0


def test_every_xml_is_well_formed_and_names_its_amount() -> None:
    for deal, xml, _ in files():
        texts = [node.text for node in etree.fromstring(xml).iter()]
        assert f"{deal.payable}" in texts
        assert deal.number in texts


def test_the_hybrids_carry_their_xml_as_an_associated_file() -> None:
    for deal, xml, name, _ in hybrids():
        with pikepdf.open(HERE / "bills" / f"ei-{deal.name}.pdf") as pdf:
            assert pdf.attachments[name].get_file().read_bytes() == xml
            assert pdf.Root.AF[0].AFRelationship == pikepdf.Name.Alternative


def test_the_demo_mailbox_is_small_and_every_mail_has_its_answer() -> None:
    expected = json.loads((DEMO / "expected.json").read_text(encoding="utf-8"))
    mails = sorted(path.name for path in DEMO.glob("*.eml"))
    assert sorted(expected) == mails
    assert 20 <= len(mails) <= 40
    assert sum(path.stat().st_size for path in DEMO.iterdir()) < 1_500_000
    kinds = {answer["kind"] for answer in expected.values()}
    assert kinds == set(
        [
            "to_pay",
            "to_be_debited",
            "on_portal",
            "schedule",
            "reminder",
            "credit_note",
            "receipt",
            "other",
        ]
    )
    assert {answer["label"] for answer in expected.values()} >= {"bill", "phishing", "other"}


def test_the_demo_reminder_speaks_of_a_bill_in_the_mailbox() -> None:
    expected = json.loads((DEMO / "expected.json").read_text(encoding="utf-8")).values()
    reminder = next(answer for answer in expected if answer["kind"] == "reminder")
    same = [a for a in expected if a.get("invoice_number") == reminder["invoice_number"]]
    assert len(same) == 2
    assert same[0]["amount"] == same[1]["amount"]


def test_the_demo_follows_from_its_base_date() -> None:
    expected = json.loads((DEMO / "expected.json").read_text(encoding="utf-8")).values()
    issued = [answer["issue_date"] for answer in expected if answer.get("issue_date")]
    assert issued
    assert all(day.startswith(f"{BASE:%Y-%m}") for day in issued)


@pytest.mark.parametrize(("name", "must"), [(name, must) for name, _, must in FILES])
def test_every_hostile_file_says_what_must_happen(name: str, must: str) -> None:
    path = HERE / "hostile" / name
    assert path.stat().st_size < 300_000
    assert f"- `{name}`: {must}." in (HERE / "hostile" / "README.md").read_text(encoding="utf-8")


def test_the_bomb_is_a_bomb() -> None:
    with zipfile.ZipFile(io.BytesIO((HERE / "hostile" / "bomb.zip").read_bytes())) as archive:
        member = archive.infolist()[0]
    assert member.file_size / member.compress_size > 500


def test_locked_files_ask_for_what_they_say() -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(HERE / "hostile" / "user-password.pdf")
    with pikepdf.open(HERE / "hostile" / "owner-password.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_all_of_it_stays_small() -> None:
    total = sum(p.stat().st_size for p in Path(bills.__file__).parent.rglob("*") if p.is_file())
    assert total < 6_500_000


def test_the_demo_and_the_hostile_files_are_made_the_same_twice(tmp_path: Path) -> None:
    for turn in ("one", "two"):
        (tmp_path / turn).mkdir()
        demobox.write(tmp_path / turn)
        poison.write(tmp_path / turn)
    first = sorted((tmp_path / "one").iterdir())
    assert len(first) > 45
    for path in first:
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
