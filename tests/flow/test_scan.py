"""A file that a person brings: kept once, on the mails' road, one card with the mail of the same debt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.connecting import connect
from flow.correct import fix_bill
from flow.drawer import account_for_scans
from flow.fix import Fix
from flow.household.door import household_made
from flow.papers import papers_of
from flow.quarantine_told import list_quarantine
from flow.round import make_round, pick_up
from flow.scan import File, keep_scan, read_scan
from flow.scans_told import scan_row
from flow.wiring import Wiring
from models.errors.files import EmptyFile
from models.tables import Account, Auth, Bill, Filing, Location, MemberAccount, Message, Step
from models.verdict import Kind
from tests.dovecot import Dovecot
from tests.dovecot_conf import PASSWORD
from tests.extract.papers import listing
from tests.extract.pictures.drawn import BILL, page, saved
from tests.flow.post import account, letter, post, travel
from tests.flow.road import BILL as LETTER
from tests.flow.road import only_bill

PAPER = listing(
    "Énergie du Val",
    "Facture n° EV-2026-1177 du 02/11/2026",
    "Montant à payer : 84,20 €",
    "Date limite de paiement : 25/11/2026",
)
SAMPLE = Path(__file__).parents[2] / "samples" / "bills" / "de-car-repair-1.pdf"


@dataclass
class Jobs:
    """An outbox that keeps in the hand what is put in it."""

    waiting: list[int] = field(default_factory=list)

    def enqueue(self, _session: Session, message_id: int) -> None:
        self.waiting.append(message_id)

    enqueue_again = enqueue

    def on_road(self, *, later: bool = True) -> set[int]:
        return set(self.waiting)

    def work(self, wiring: Wiring) -> None:
        while self.waiting:
            travel(wiring, self.waiting.pop(0))


def scan(wiring: Wiring, *files: File, member: int | None = None) -> int:
    jobs = Jobs()
    kept = keep_scan(wiring, files, jobs, member)
    jobs.work(wiring)
    return kept.message_id


def counts(wiring: Wiring, *tables: type) -> list[int | None]:
    with Session(wiring.engine) as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]


def test_a_file_is_a_bill_without_any_mailbox(wiring: Wiring) -> None:
    number = scan(wiring, (SAMPLE.name, SAMPLE.read_bytes()))
    row = scan_row(wiring, SAMPLE.name, number, "en", known=False)
    assert (row["amount"], row["currency"], row["kind"], row["error"]) == (
        "212.08", "EUR", "to_pay", None,
    )  # fmt: skip
    assert row["bill"] == only_bill(wiring).id
    assert counts(wiring, Message, Location, Filing) == [1, 0, 0]


def test_the_same_file_is_kept_once_however_often_it_comes(wiring: Wiring) -> None:
    jobs = Jobs()
    first = keep_scan(wiring, [("a.pdf", PAPER)], jobs)
    again = keep_scan(wiring, [("copy of a.pdf", PAPER)], jobs)
    assert (first.known, again.known) == (False, True)
    assert first.message_id == again.message_id
    assert jobs.waiting == [first.message_id]
    assert counts(wiring, Message, Account) == [1, 1]


@pytest.mark.parametrize("mail_first", [True, False])
def test_a_paper_and_the_mail_of_one_debt_are_one_card(wiring: Wiring, *, mail_first: bool) -> None:
    box = account(wiring)
    if mail_first:
        travel(wiring, post(wiring, box, letter(LETTER)))
    paper = scan(wiring, ("facture.pdf", PAPER))
    if not mail_first:
        travel(wiring, post(wiring, box, letter(LETTER)))
    assert str(only_bill(wiring).amount) == "84.20"
    with Session(wiring.engine) as session:
        assert session.get_one(Message, paper).account_id == box
        filed = set(session.scalars(select(Filing.message_id)))
    assert paper not in filed


def test_a_photograph_is_read_too(wiring: Wiring) -> None:
    scan(wiring, ("IMG_1.jpg", saved(page(), "JPEG")))
    bill = only_bill(wiring)
    assert (str(bill.amount), bill.number) == ("80.20", "F-2031")


def test_photographs_that_belong_together_are_one_bill(wiring: Wiring) -> None:
    pages: Sequence[File] = [
        ("one, two.jpg", saved(page(BILL[:5]), "JPEG")),
        ("b.jpg", saved(page(BILL[5:]), "JPEG")),
    ]
    number = scan(wiring, *pages)
    assert scan(wiring, *pages) == number
    bill = only_bill(wiring)
    assert (str(bill.amount), bill.number) == ("80.20", "F-2031")
    assert papers_of(wiring, [bill.id]).documents
    fix_bill(wiring, bill.id, Fix(number="F-2032"))
    with Session(wiring.engine) as session:
        assert len(session.get_one(Message, number).digests) == 2


def test_a_photograph_that_is_named_twice_is_one_page(wiring: Wiring) -> None:
    one, two = saved(page(BILL[:5]), "JPEG"), saved(page(BILL[5:]), "JPEG")
    number = scan(wiring, ("a.jpg", one), ("b.jpg", two), ("c.jpg", one))
    assert scan(wiring, ("a.jpg", one), ("b.jpg", two)) == number
    with Session(wiring.engine) as session:
        message = session.get_one(Message, number)
        assert (len(message.digests), message.subject) == (2, "a.jpg, b.jpg")


def test_a_damaged_file_is_kept_and_set_aside_and_another_scan_tries_again(wiring: Wiring) -> None:
    bad = b"%PDF-1.7 nothing behind"
    number = scan(wiring, ("bad.pdf", bad))
    row = scan_row(wiring, "bad.pdf", number, "en", known=False)
    assert str(row["error"]).startswith("damaged: ")
    assert [one.subject for one in list_quarantine(wiring)] == ["bad.pdf"]
    assert counts(wiring, Bill) == [0]
    jobs = Jobs()
    assert keep_scan(wiring, [("bad.pdf", bad)], jobs).known
    assert jobs.waiting == [number]
    with Session(wiring.engine) as session:
        assert session.get_one(Message, number).step is Step.RECEIVED


def test_an_empty_file_is_not_kept(wiring: Wiring) -> None:
    with pytest.raises(EmptyFile):
        keep_scan(wiring, [("a.pdf", b"")], Jobs())
    assert counts(wiring, Message, Account) == [0, 0]


def test_a_pdf_with_a_password_waits_for_it_and_is_then_read(wiring: Wiring) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(PAPER)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="1234", owner="5678"))
    number = scan(wiring, ("locked.pdf", out.getvalue()))
    row = scan_row(wiring, "locked.pdf", number, "en", known=False)
    assert str(row["error"]).startswith("encrypted: ")
    kept = keep_scan(wiring, [("locked.pdf", out.getvalue())], None)
    read_scan(wiring, kept.message_id, "1234")
    assert kept.message_id == number
    assert str(only_bill(wiring).amount) == "84.20"
    assert list_quarantine(wiring) == []


def test_a_scan_that_lost_its_job_is_taken_up_again(wiring: Wiring) -> None:
    kept = keep_scan(wiring, [("a.pdf", PAPER)], None)
    jobs = Jobs()
    pick_up(wiring, kept.account_id, jobs)
    assert jobs.waiting == [kept.message_id]
    assert make_round(wiring, kept.account_id, jobs) == "done"
    jobs.work(wiring)
    assert only_bill(wiring).kind is Kind.TO_PAY


def test_nobody_vouches_for_the_sender_of_a_scanned_mail(wiring: Wiring) -> None:
    box = account(wiring)
    with Session(wiring.engine) as session, session.begin():
        session.get_one(Account, box).provider_id = "mx.example.org"
    proved = b"Authentication-Results: mx.example.org; dkim=pass; dmarc=pass\r\n" + letter(LETTER)
    scan(wiring, ("facture.eml", proved))
    assert papers_of(wiring, [only_bill(wiring).id]).authenticated is None


def test_the_first_mailbox_takes_the_drawer_over(wiring: Wiring, dovecot: Dovecot) -> None:
    number = scan(wiring, ("facture.pdf", PAPER))
    login = dovecot.login("scans")
    found = connect(
        wiring, login, secret=PASSWORD, auth=Auth.PASSWORD, files_mail=True, ca_pem=None
    )
    with Session(wiring.engine) as session:
        assert session.get_one(Message, number).account_id == found.account_id
        assert account_for_scans(session, None) == found.account_id
        assert session.scalars(select(Account.address)).all() == [login.address]


def test_the_scans_of_a_household_are_its_members_own(wiring: Wiring) -> None:
    owner = household_made(wiring, "Home", "Alice")
    scan(wiring, ("facture.pdf", PAPER))
    with Session(wiring.engine) as session:
        holders = session.scalars(select(MemberAccount.member_id)).all()
    assert holders == [owner.member_id]
    box = account(wiring)
    with Session(wiring.engine) as session, session.begin():
        session.add(MemberAccount(member_id=owner.member_id, account_id=box))
    travel(wiring, post(wiring, box, letter(LETTER)))
    assert str(only_bill(wiring).amount) == "84.20"
