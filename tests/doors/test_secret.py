"""`facteur secret`: one enrolment until it is confirmed, and nothing of it afterwards."""

from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest

from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.inside import inside


@pytest.fixture
def door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    return inside(tmp_path / "home", monkeypatch, capsys)


def code_of(secret: object) -> str:
    return pyotp.TOTP(str(secret)).at(datetime.now(UTC))


def test_an_unfinished_enrolment_is_shown_again_until_it_is_confirmed(door: Facteur) -> None:
    first, again = door("secret", "--json").rows[0], door("secret", "--json").rows[0]
    assert (first["secret"], first["again"]) == (again["secret"], False)
    assert again["again"]
    assert "It is the same as before" in door("secret").out
    wrong = door("secret", "--code", "no code")
    assert (wrong.code, str(first["secret"]) in wrong.out + wrong.err) == (1, False)
    done = door("secret", "--code", code_of(first["secret"]))
    assert (done.code, str(first["secret"]) in done.out) == (0, False)
    for words in ((), ("--renew",), ("--change",), ("--change", "--code", "000000")):
        said = door("secret", *words)
        assert str(first["secret"]) not in said.out + said.err


def test_renew_makes_another_one(door: Facteur) -> None:
    seen = door("secret", "--json").rows[0]["secret"]
    made = door("secret", "--renew", "--json").rows[0]
    assert (made["secret"] != seen, made["again"]) == (True, False)
    assert door("secret", "--code", code_of(seen)).code == 1
    assert door("secret", "--code", code_of(made["secret"])).code == 0


def test_a_change_that_waits_is_told_and_shown_for_the_present_code_alone(door: Facteur) -> None:
    present = door("secret", "--json").rows[0]["secret"]
    recovery = door("secret", "--code", code_of(present), "--json").rows[0]["recovery_codes"]
    assert isinstance(recovery, list)
    coming = door("secret", "--change", "--code", recovery[0], "--json").rows[0]["secret"]
    plain = door("secret")
    assert "Another one waits for its first code" in plain.out
    assert door("secret", "--json").rows == [{"set_up": True, "waits": True}]
    for words in (("--change",), ("--renew",), ("--renew", "--code", "000000")):
        refused = door("secret", *words)
        assert refused.code == 1
        assert str(coming) not in refused.out
    shown = door("secret", "--change", "--code", recovery[1], "--json").rows[0]
    assert (shown["secret"], shown["again"]) == (coming, True)
    assert door("secret", "--code", code_of(coming)).code == 0


def test_no_code_is_asked_for_while_each_is_refused(
    door: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert door("caps", "--month", "1000").code == 0
    person = Answering(monkeypatch, {"Secret code": "no code"})
    raised = door("caps", "--month", "2000")
    assert (raised.code, "`facteur secret`" in raised.err, person.asked) == (1, True, [])
    made = door("secret", "--json").rows[0]["secret"]
    door("secret", "--code", code_of(made))
    for _ in range(5):
        assert door("caps", "--month", "2000").code == 1
    assert person.asked == ["Secret code"] * 5
    for words in (("caps", "--month", "2000"), ("secret", "--change")):
        assert "15 minutes" in door(*words).err
    assert len(person.asked) == 5
    assert door("caps", "--month", "900").code == 0
