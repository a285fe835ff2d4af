"""From a received mail to a card: what joins, what is held, what is taught, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.correct import Fix, fix_bill, fix_mail
from flow.decide import decide_message
from flow.quarantine import set_aside
from flow.read import MOST_ATTEMPTS, read_message
from flow.round import pick_up
from flow.second_look import list_quarantine, requeue_due, try_again
from flow.wiring import Wiring
from models.codec import EXTRACTION
from models.errors.reading import Damaged, ReaderDied
from models.errors.values import NotFound
from models.extraction import Extraction
from models.reading import Reading
from models.tables import Bill, BillMessage, Extracted, Filing, Judgement, Message, Step
from models.verdict import Category, Kind, State
from tests.flow.order_house import wiring_on
from tests.flow.post import account, letter, post, travel

SAMPLES = Path(__file__).parents[2] / "samples"
BILL = """\
Bonjour,

Votre facture n° EV-2026-1177 du 02/11/2026 est disponible.

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
REMINDER = """\
Bonjour,

RELANCE : sauf erreur de notre part, votre facture n° EV-2026-1177 du 02/11/2026 reste impayée.

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
RECEIPT = """\
Bonjour,

Nous avons bien reçu votre paiement de 84,20 € pour la facture n° EV-2026-1177. Elle est réglée, merci.
Vous n'avez rien à faire.
"""
DEBIT = """\
Bonjour,

Votre facture n° EV-2026-1177 de 84,20 € sera prélevée automatiquement le 25/11/2026 sur votre compte.
Vous n'avez rien à faire.
"""
CHATTER = (
    "Bonjour Alice,\n\nOn se voit toujours samedi pour le marché ? Je prends le pain.\n\nBob\n"
)


@pytest.fixture
def wiring(database_url: str, tmp_path: Path) -> Iterator[Wiring]:
    made = wiring_on(database_url, tmp_path)
    yield made
    made.engine.dispose()


def only_bill(wiring: Wiring) -> Bill:
    with Session(wiring.engine) as session:
        return session.scalars(select(Bill)).one()


def test_a_bill_and_its_reminder_are_one_card(wiring: Wiring) -> None:
    box = account(wiring)
    for raw in (letter(BILL), letter(REMINDER, subject="Relance facture EV-2026-1177", number="2")):
        assert travel(wiring, post(wiring, box, raw)) == "done"
    bill = only_bill(wiring)
    assert str(bill.amount) == "84.20"
    assert bill.kind is Kind.TO_PAY
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(BillMessage)) == 2


def test_the_card_is_the_same_whichever_mail_comes_first(wiring: Wiring) -> None:
    box = account(wiring)
    late = letter(REMINDER, subject="Relance facture EV-2026-1177", number="2")
    for raw in (late, letter(BILL)):
        travel(wiring, post(wiring, box, raw))
    assert only_bill(wiring).kind is Kind.TO_PAY


def test_every_step_may_be_repeated(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    for _ in range(3):
        assert travel(wiring, message_id) == "done"
    with Session(wiring.engine) as session:
        for table in (Bill, BillMessage, Judgement, Filing):
            assert session.scalar(select(func.count()).select_from(table)) == 1


def test_chatter_makes_no_card_and_stays_where_it_is(wiring: Wiring) -> None:
    box = account(wiring)
    raw = letter(CHATTER, subject="Samedi", name="Bob Martin", domain="mail.example")
    travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Bill)) == 0
        assert session.scalar(select(func.count()).select_from(Filing)) == 0


def test_what_the_person_says_of_a_biller_holds_for_its_next_bill(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(kind=Kind.TO_BE_DEBITED, category=Category.CHARITY))
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert (second.kind, second.category) == (Kind.TO_BE_DEBITED, Category.CHARITY)
    assert second.folder == "Factures/Dons"


def test_a_correction_proves_its_field_and_no_other(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    bill = only_bill(wiring)
    fixed = fix_bill(wiring, bill.id, Fix(biller="Énergie du Val SA", kind=Kind.TO_PAY))
    assert fixed.changed == ("biller",)
    assert "amount" in fixed.doubtful
    after = only_bill(wiring)
    assert after.state is State.REVIEW
    assert after.confidences["biller"] == 1.0
    assert fix_bill(wiring, bill.id, Fix(confirmed=True)).doubtful == ()
    assert only_bill(wiring).state is State.OPEN


def test_a_biller_is_called_what_the_person_called_it_and_still_known(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(biller="Le Val"))
    fix_bill(wiring, first.id, Fix(kind=Kind.TO_BE_DEBITED))
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert (second.biller, second.kind) == ("Le Val", Kind.TO_BE_DEBITED)


def test_paid_is_never_concluded_from_another_bill(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(kind=Kind.RECEIPT))
    assert only_bill(wiring).state is State.PAID
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert second.state is State.REVIEW


@pytest.mark.parametrize("order", [1, -1])
def test_a_receipt_settles_its_bill_whichever_comes_first(wiring: Wiring, order: int) -> None:
    box = account(wiring)
    mails = [
        letter(BILL),
        letter(RECEIPT, subject="Paiement reçu - facture EV-2026-1177", number="3"),
    ]
    for raw in mails[::order]:
        travel(wiring, post(wiring, box, raw))
    bill = only_bill(wiring)
    assert bill.kind is Kind.RECEIPT
    assert bill.state in {State.PAID, State.REVIEW}
    assert str(bill.amount) == "84.20"


@pytest.mark.parametrize("order", [1, -1])
def test_a_debit_notice_outweighs_the_request(wiring: Wiring, order: int) -> None:
    box = account(wiring)
    mails = [
        letter(BILL),
        letter(DEBIT, subject="Prélèvement de votre facture EV-2026-1177", number="3"),
    ]
    for raw in mails[::order]:
        travel(wiring, post(wiring, box, raw))
    assert only_bill(wiring).kind is Kind.TO_BE_DEBITED


def test_one_number_and_two_amounts_are_two_debts(wiring: Wiring) -> None:
    box = account(wiring)
    for raw in (letter(BILL), letter(BILL.replace("84,20", "900,00"), number="2")):
        travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        amounts = {str(bill.amount) for bill in session.scalars(select(Bill))}
    assert amounts == {"84.20", "900.00"}


def test_a_short_number_joins_nothing(wiring: Wiring) -> None:
    box = account(wiring)
    for number in ("1", "2"):
        raw = letter(BILL.replace("EV-2026-1177", "2"), number=number)
        travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Bill)) == 2


FRAUD = """\
Bonjour,

Nous avons changé de banque. Merci de régler votre facture n° EV-2026-1177 sur notre nouveau compte bancaire :
IBAN FR76 3000 6000 0112 3456 7890 189

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""


def test_a_held_bill_is_released_only_by_a_person_who_asked(wiring: Wiring) -> None:
    box = account(wiring)
    travel(
        wiring, post(wiring, box, letter(FRAUD, subject="Changement de nos coordonnées bancaires"))
    )
    bill = only_bill(wiring)
    assert bill.state is State.STOPPED
    assert bill.suspicions
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Filing)) == 0
    fix_bill(wiring, bill.id, Fix(kind=Kind.TO_PAY))
    assert only_bill(wiring).state is State.STOPPED
    fix_bill(wiring, bill.id, Fix(genuine=True, confirmed=True))
    assert only_bill(wiring).state is State.OPEN
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Filing)) == 1


def test_a_confirmed_biller_that_writes_from_elsewhere_is_held(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    fix_bill(wiring, only_bill(wiring).id, Fix(confirmed=True))
    other = letter(
        BILL.replace("1177", "3300"), domain="energie-du-val-paiement.example", number="7"
    )
    travel(wiring, post(wiring, box, other))
    with Session(wiring.engine) as session:
        states = session.scalars(select(Bill.state).order_by(Bill.id)).all()
    assert list(states) == [State.OPEN, State.STOPPED]


def test_a_mail_that_was_called_no_bill_can_be_made_one(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(
        wiring, box, letter(CHATTER, subject="Samedi", name="Bob", domain="mail.example")
    )
    travel(wiring, message_id)
    fix_mail(wiring, message_id, Fix(kind=Kind.TO_PAY, biller="Bob"))
    assert only_bill(wiring).biller == "Bob"
    with pytest.raises(NotFound):
        fix_mail(wiring, 9999, Fix(kind=Kind.TO_PAY))


def test_a_document_that_cannot_be_opened_is_listed_and_its_mail_goes_on(wiring: Wiring) -> None:
    box = account(wiring)
    raw = (SAMPLES / "hostile" / "bomb-mail.eml").read_bytes()
    broken = (
        letter(BILL).replace(b"text/plain", b"application/pdf").replace(b"Bonjour", b"%PDF-1.7 x")
    )
    message_id = post(wiring, box, broken)
    assert travel(wiring, message_id) == "done"
    rows = list_quarantine(wiring)
    assert [row.where for row in rows] == [f"m{message_id}"]
    assert rows[0].reason("fr") != rows[0].reason("en")
    assert travel(wiring, post(wiring, box, raw)) == "done"


def test_a_reader_that_dies_sets_the_mail_aside_and_it_is_tried_again(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))

    def die(*_words: object, **_more: object) -> dict[str, object]:
        raise ReaderDied

    with monkeypatch.context() as patched:
        patched.setattr(type(wiring.sandbox), "ask", die)
        assert read_message(wiring, message_id) == "quarantined"
    row = list_quarantine(wiring)[0]
    try_again(wiring, row.id)
    again: list[int] = []
    assert requeue_due(wiring, box, lambda _session, number: again.append(number)) == 1
    assert again == [message_id]
    assert travel(wiring, message_id) == "done"
    assert only_bill(wiring).number == "EV-2026-1177"
    assert list_quarantine(wiring) == []
    with pytest.raises(NotFound):
        try_again(wiring, row.id)


def retried(wiring: Wiring, box: int, message_id: int) -> None:
    """The person asks for another try of the one row, and the mail goes its road again."""
    try_again(wiring, list_quarantine(wiring)[0].id)
    again: list[int] = []
    assert requeue_due(wiring, box, lambda _session, number: again.append(number)) == 1
    assert again == [message_id]
    assert travel(wiring, message_id) == "done"


def test_a_mail_that_was_judged_is_read_and_judged_anew_when_it_is_tried_again(
    wiring: Wiring,
) -> None:
    box = account(wiring)
    broken = (
        letter(BILL).replace(b"text/plain", b"application/pdf").replace(b"Bonjour", b"%PDF-1.7 x")
    )
    message_id = post(wiring, box, broken)
    assert travel(wiring, message_id) == "done"
    assert list_quarantine(wiring)[0].attempts == 1
    for attempts in (2, 3):
        retried(wiring, box, message_id)
        rows = list_quarantine(wiring)
        assert [(row.where, row.attempts) for row in rows] == [(f"m{message_id}", attempts)]
    with Session(wiring.engine) as session:
        assert session.get_one(Message, message_id).step is Step.DONE
        for table in (Bill, BillMessage, Judgement, Extracted):
            assert session.scalar(select(func.count()).select_from(table)) == 1


def test_another_try_reads_what_the_first_could_not(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert travel(wiring, message_id) == "done"
    with Session(wiring.engine) as session, session.begin():
        row = session.scalars(select(Extracted)).one()
        nothing = Extraction(Reading("mail_body"), problems=(("bill.pdf", "damaged"),))
        row.extraction = EXTRACTION.write(nothing)
        set_aside(session, session.get_one(Message, message_id), Damaged(what="PDF"))
    retried(wiring, box, message_id)
    assert list_quarantine(wiring) == []
    with Session(wiring.engine) as session:
        text = session.scalars(select(Extracted.extraction)).one()
    assert EXTRACTION.read(text).reading.number is not None


def test_a_message_that_cannot_be_judged_is_set_aside_in_the_end(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert read_message(wiring, message_id) == "done"

    def fail(*_words: object, **_more: object) -> dict[str, object]:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(type(wiring.sandbox), "ask", fail)
        for _ in range(MOST_ATTEMPTS):
            with pytest.raises(RuntimeError):
                decide_message(wiring, message_id)
        assert decide_message(wiring, message_id) == "quarantined"
    assert [row.where for row in list_quarantine(wiring)] == [f"m{message_id}"]
    retried(wiring, box, message_id)
    assert list_quarantine(wiring) == []
    assert only_bill(wiring).number == "EV-2026-1177"


def test_a_message_that_was_not_read_is_not_judged(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert decide_message(wiring, message_id) == "done"
    with Session(wiring.engine) as session:
        assert session.get_one(Message, message_id).step is Step.RECEIVED


def test_two_accounts_never_share_a_card(wiring: Wiring) -> None:
    alice, bob = account(wiring), account(wiring, "bob@example.org")
    for box in (alice, bob):
        travel(wiring, post(wiring, box, letter(BILL)))
    with Session(wiring.engine) as session:
        assert session.scalars(select(Bill.account_id).order_by(Bill.account_id)).all() == [
            alice,
            bob,
        ]


def test_what_was_put_off_is_tried_at_once_when_a_person_waits(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    again: list[int] = []

    class Delayed:
        """Everything has a job, but that job is put off."""

        def enqueue(self, _session: Session, message_id: int) -> None:
            again.append(message_id)

        enqueue_again = enqueue

        def on_road(self, *, later: bool = True) -> set[int]:
            return {message_id} if later else set()

    pick_up(wiring, box, Delayed())
    assert again == []
    pick_up(wiring, box, Delayed(), now=True)
    assert again == [message_id]
