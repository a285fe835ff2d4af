"""`facteur collect`: from the payee that is declared to a share that is paid and given back."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pyotp
import pytest
from sqlalchemy.orm import Session

from models.database import open_engine
from models.tables import MemberAccount
from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.doors.inside import inside
from tests.flow.collect.foyer import led
from tests.models import rows
from tests.pay.stripe.shop import LIVE_KEY, RESTRICTED_KEY
from tests.stripe_fake import StripeFake, stripe_fake

NAME = "Foyer des Tilleuls"


class Desk:
    """The command on a flat of Alice and Bob, with a bill of 84.20 euros that Alice advanced."""

    def __init__(self, run: Facteur, patch: pytest.MonkeyPatch, fake: StripeFake) -> None:
        self._run, self._patch, self.fake = run, patch, fake

    def __call__(self, *words: str, typed: str = "") -> Said:
        self._patch.setattr(sys, "stdin", StringIO(typed))
        return self._run("collect", *words)

    def set_up(self, key: str, *more: str) -> Said:
        return self(
            "setup", "--name", NAME, "--to", "Alice", "--key-stdin", *more, typed=f"{key}\n"
        )

    def other(self, *words: str) -> Said:
        return self._run(*words)


@pytest.fixture
def fake() -> Iterator[StripeFake]:
    with stripe_fake(datetime.now(UTC)) as fake, led(fake):
        yield fake


@pytest.fixture
def bare(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], fake: StripeFake,
) -> Desk:  # fmt: skip
    """Alice alone, and no bill."""
    assert sqlite_url
    run = inside(tmp_path / "home", monkeypatch, capsys)
    run("household", "new", "Rue des Lilas", "--me", "Alice")
    return Desk(run, monkeypatch, fake)


@pytest.fixture
def desk(bare: Desk, sqlite_url: str) -> Desk:
    bare.other("household", "add", "Bob")
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        account = rows.account(session).id
        session.add(rows.bill(account, biller="Énergie du Val"))
        session.add(MemberAccount(member_id=1, account_id=account))
    engine.dispose()
    bare.other("split", "1", "--equal", "--paid", "alice")
    return bare


def code_of(desk: Desk) -> str:
    """Sets up a secret code, and returns one recovery code."""
    secret = str(desk.other("secret", "--json").rows[0]["secret"])
    made = desk.other("secret", "--code", pyotp.TOTP(secret).now(), "--json").rows[0]
    codes = made["recovery_codes"]
    assert isinstance(codes, list)
    return str(codes[0])


def test_a_share_from_the_setup_to_a_live_refund(desk: Desk) -> None:
    desk.fake.books.live = True
    code = code_of(desk)
    declared = desk.set_up(LIVE_KEY, "--payee-kind", "association", "--code", code)
    assert (declared.code, f"{NAME} collects for Alice" in declared.out) == (0, True), declared.err
    made = desk("1", "--from", "bob", "--json").rows[0]
    assert (made["amount"], made["state"], made["live"]) == ("42.10", "open", True)
    (page,) = desk.fake.books.sessions
    assert made["link"] == f"https://checkout.stripe.com/c/pay/{page}"
    assert "waits for the payer" in desk().out
    hint = desk.other("settle").out
    assert ("by card, collection 1" in hint, "sepa-sheet" in hint) == (True, False)
    desk.fake.people.pay_by_card(page)
    assert "Bob paid 42.10 EUR" in desk("--check").out
    assert "Nothing new" in desk("--check").out
    assert desk.other("settle").out.startswith("Nobody owes anything.")
    asked = desk("--refund", "1", "--yes")
    assert (asked.code, "secret code is needed" in asked.err) == (1, True)


def test_a_test_key_shows_everything_and_moves_nothing(desk: Desk) -> None:
    said = desk.set_up(RESTRICTED_KEY)
    assert "This is a test: no money moves." in said.out
    assert "https://checkout.stripe.com/c/pay/" in desk("1", "--from", "Bob").out
    (page,) = desk.fake.books.sessions
    desk.fake.people.pay_by_card(page)
    desk("--check")
    assert "Bob → Alice: 42.10 EUR" in desk.other("settle").out
    back = desk("--refund", "1", "--amount", "10.00", "--yes", "--json").rows[0]
    assert (back["returned"], back["give_back"]) == ("10.00", "done")
    again = desk("1", "--from", "Bob", "--json").rows[0]["collection"]
    ended = desk("--cancel", str(again), "--json").rows[0]
    assert (ended["state"], ended["link"]) == ("ended", None)
    shown = desk().out
    assert ("over, unpaid (test)" in shown, shown.count("no money moves")) == (True, 1)
    assert "There is no collection 9: `facteur collect`" in desk("--refund", "9", "--yes").err
    assert "Alice receives the money" in desk("1", "--from", "alice").err
    listed = desk("--json").rows
    assert [row.get("collection") for row in listed] == [None, 2, 1]
    assert RESTRICTED_KEY not in str(listed)


@pytest.mark.parametrize(
    ("words", "typed", "code", "told"),
    [
        (("setup",), "", 2, "--name with the legal name"),
        (("setup", "--name", "Alice"), "", 2, "--key-stdin"),
        (("setup", "--name", "Alice", "--key-stdin"), "", 2, "No secret was given"),
        (("setup", "--name", "Alice", "--key-stdin"), "pk_1\n", 1, "no secret or restricted key"),
        (("setup", "--name", "Alice", "--key-stdin"), LIVE_KEY, 1, "money between friends"),
        (("setup", "--name", NAME, "--key-stdin"), RESTRICTED_KEY, 1, "--to which member"),
        (("webhook",), "", 1, "Nobody collects for this household yet"),
        (("setup", "--name", NAME, "--payee-kind", "friend"), "", 2, "it may be: business"),
        ((), "", 1, "`facteur collect setup --name NAME`"),
        (("1",), "", 2, "--from NAME"),
        (("--cancel", "7"), "", 1, "`facteur collect setup --name NAME`"),
        (("first",), "", 2, "is no bill’s id"),
        (("1", "--from", "Bob"), "", 1, "Nobody collects for this household yet"),
    ],
)
def test_what_cannot_be_is_one_sentence_that_leads_on(
    bare: Desk, words: tuple[str, ...], typed: str, code: int, told: str
) -> None:
    said = bare(*words, typed=typed)
    assert (said.code, told in said.err) == (code, True), said.err
    assert typed.strip() == "" or typed.strip() not in said.err + said.out


def test_what_cannot_be_given_back_is_said_before_anything_is_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_up(RESTRICTED_KEY, "--code", code_of(desk))
    desk("1", "--from", "Bob")
    person = Answering(monkeypatch, {"Give": "yes", "Secret code": "no code"})
    before = desk.other("journal", "list", "--json").rows
    assert "holds no money" in desk.other("collect", "--refund", "1").err
    desk.fake.people.pay_by_card(next(iter(desk.fake.books.sessions)))
    assert desk.other("collect", "--refund", "1", "--as", "Bob").code == 1
    assert (person.asked, desk.other("journal", "list", "--json").rows) == ([], before)
    desk.other("collect", "--check")
    assert "42.10" in desk.other("collect", "--refund", "1", "--amount", "50.00").err
    assert person.asked == []
    for _ in range(5):
        assert desk.other("collect", "--refund", "1", "--amount", "2.10").code == 1
    assert person.asked[:2] == ["Give 2.10 EUR back to Bob? [y/N]", "Secret code"]
    person.asked.clear()
    assert "15 minutes" in desk.other("collect", "--refund", "1").err
    assert person.asked == []


def test_who_may_not_set_up_is_told_before_a_key_is_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Answering(monkeypatch, {"Key of": LIVE_KEY, "Signing": "whsec_1"})
    for words in (("setup", "--name", "Bob", "--as", "Bob"), ("setup", "--name", NAME)):
        assert desk.other("collect", *words).code == 1
    assert "Nobody collects" in desk.other("collect", "webhook").err
    assert person.asked == []
    live = ("setup", "--name", "Alice", "--payee-kind", "association")
    assert "`facteur secret`" in desk.other("collect", *live).err
    assert [words[:6] for words in person.asked] == ["Key of"]


def test_who_says_that_it_went_another_way_is_told_of_the_page(desk: Desk) -> None:
    desk.fake.books.live = True
    code = code_of(desk)
    desk.set_up(LIVE_KEY, "--payee-kind", "association", "--code", code)
    desk("1", "--from", "Bob")
    said = desk.other("settle", "--paid", "1", "--as", "Bob")
    assert ("It counts when Alice says so" in said.out, said.code) == (True, 0)
    assert "`facteur collect --cancel 1`" in said.err
    desk("--cancel", "1")
    said = desk.other("settle", "--received", "1")
    assert (said.code, said.err) == (0, "")


def test_a_debit_is_told_as_one_and_a_refusal_in_words(desk: Desk) -> None:
    desk.fake.books.live = True
    desk.set_up(LIVE_KEY, "--payee-kind", "association", "--code", code_of(desk))
    desk("1", "--from", "Bob")
    (page,) = desk.fake.books.sessions
    desk.fake.people.pay_by_debit(page)
    assert "ordered a debit" in desk("--check").out
    assert "by debit, collection 1" in desk.other("settle").out
    desk.fake.people.settle_debit(page, paid=False)
    assert "the payer refused it at their bank" in desk("--check").out


def test_a_refund_that_fails_is_told_as_one(desk: Desk) -> None:
    desk.set_up(RESTRICTED_KEY)
    desk("1", "--from", "Bob")
    (page,) = desk.fake.books.sessions
    desk.fake.people.pay_by_card(page)
    desk("--check")
    assert desk("--refund", "1", "--yes").code == 0
    (refund,) = desk.fake.books.refunds.values()
    desk.fake.people.fail_refund(refund)
    told = desk("--check")
    assert "the refund of 42.10 EUR to Bob did not go through" in told.err
    assert "did not go through" not in desk("--check").err


def test_what_is_owed_beside_an_open_page_is_announced(desk: Desk, sqlite_url: str) -> None:
    desk.fake.books.live = True
    desk.set_up(LIVE_KEY, "--payee-kind", "association", "--code", code_of(desk))
    desk("1", "--from", "Bob")
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        session.add(rows.bill(1, identity="second", biller="Eaux du Val"))
    engine.dispose()
    desk.other("split", "2", "--equal", "--paid", "alice")
    assert "`facteur settle --make`" in desk.other("settle").out
    made = desk.other("settle", "--make")
    assert (made.code, made.err) == (0, "")
    assert "Settlement 2: Bob sends 42.10 EUR to Alice" in made.out
    assert "`facteur settle --make`" not in desk.other("settle").out


def test_while_a_bank_wants_it_back_settle_says_not_to_pay_it_another_way(desk: Desk) -> None:
    desk.fake.books.live = True
    desk.set_up(LIVE_KEY, "--payee-kind", "association", "--code", code_of(desk))
    desk("1", "--from", "Bob")
    (page,) = desk.fake.books.sessions
    desk.fake.people.pay_by_card(page)
    desk("--check")
    warning = "The bank of Bob wants the 42.10 EUR of collection 1 back"
    assert warning not in desk.other("settle").out
    dispute = desk.fake.people.dispute(page)
    desk("--check")
    assert warning in desk.other("settle").out
    desk.fake.people.close_dispute(dispute, "won")
    desk("--check")
    assert warning not in desk.other("settle").out


def test_what_stripe_could_not_be_asked_is_told_and_ends_with_1(desk: Desk) -> None:
    desk.set_up(RESTRICTED_KEY)
    desk("1", "--from", "Bob")
    desk.fake.withdrawn.add(RESTRICTED_KEY)
    said = desk("--check")
    assert (said.code, "Stripe does not know it" in said.err) == (1, True)
