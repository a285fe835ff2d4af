"""Cut off anywhere, done twice or at once: the same rows, the same states, the same journal."""

import os
import signal
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow import checkpoints
from flow.columns_said import ColumnsSaid
from flow.correct import fix_bill
from flow.fix import Fix
from flow.prove import Brought, import_file, match_again
from flow.wiring import Wiring
from models.errors.files import EmptyFile
from models.errors.problem import Problem
from models.errors.reading import XmlForbidden
from models.errors.statements import (
    ColumnMissing,
    ColumnsTooFew,
    ColumnsUnfit,
    StatementDamaged,
    StatementUnknown,
)
from models.journal import verify
from models.tables import BankEntry, BankFile, BankStatement, ColumnAnswer
from models.verdict import State
from pay.evidence.columns import Question, Role
from tests.flow.order_house import wiring_on
from tests.flow.paid_bills import Asked, Line, arrive, bring, csv_file, matches, state, written
from tests.pay.evidence.shapes import FRENCH, OFX_1, camt

POINTS = (
    "statement_read", "entries_written", "matches_written", "statement_noted", "statement_kept",
)  # fmt: skip
DATA = csv_file(
    Line("-84.20", "VIR FACTURE F-2031-77"),
    Line("-31.50", "PRLV EAUX DU VALLON"),
    Line("-12.00", "CB BOULANGERIE"),
)


def household(wiring: Wiring) -> tuple[int, int]:
    return arrive(wiring, Asked()), arrive(wiring, Asked("31.50", "", biller="Eaux du Vallon"))


def rows(wiring: Wiring) -> list[int]:
    with Session(wiring.engine) as session:
        tables = (BankFile, BankStatement, BankEntry, ColumnAnswer)
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def check_whole(wiring: Wiring, power: int, water: int) -> None:
    assert rows(wiring) == [1, 1, 3, 0]
    assert matches(wiring) == [
        ("automatic", "reference", f"bill {power}"),
        ("suggested", "name", f"bill {water}"),
    ]
    assert (state(wiring, power), state(wiring, water)) == (State.PAID, State.OPEN)
    assert [what for what, _ in written(wiring)] == ["bill_paid", "statement_imported"]
    with Session(wiring.engine) as session:
        assert verify(session) == 2


class CutError(Exception):
    """The end of the process, as a test plays it."""


@pytest.mark.parametrize("point", POINTS)
def test_cut_off_at_any_point_nothing_is_half_done(wiring: Wiring, point: str) -> None:
    power, water = household(wiring)

    def cut(reached: str) -> None:
        if reached == point:
            raise CutError

    checkpoints.listeners.append(cut)
    try:
        with pytest.raises(CutError):
            bring(wiring, DATA)
    finally:
        checkpoints.listeners.remove(cut)
    if point == POINTS[-1]:
        check_whole(wiring, power, water)
    else:
        assert (rows(wiring), matches(wiring), written(wiring)) == ([0, 0, 0, 0], [], [])
        assert state(wiring, power) is State.OPEN
    bring(wiring, DATA)
    check_whole(wiring, power, water)


@pytest.mark.slow
def test_killed_at_every_point_again_and_again(database_url: str, tmp_path: Path) -> None:
    made = wiring_on(database_url, tmp_path)
    power, water = household(made)
    made.engine.dispose()
    for point in POINTS * 4:
        child = os.fork()
        if child == 0:
            _die_at(database_url, tmp_path, point)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
    made = wiring_on(database_url, tmp_path)
    bring(made, DATA)
    check_whole(made, power, water)
    made.engine.dispose()


def _die_at(url: str, home: Path, point: str) -> None:
    def kill(reached: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        checkpoints.listeners.append(kill)
        bring(wiring_on(url, home), DATA)
    finally:
        os._exit(70)


def test_many_imports_at_once_are_one(wiring: Wiring) -> None:
    power, water = household(wiring)
    problems: list[BaseException] = []

    def work() -> None:
        try:
            bring(wiring, DATA)
        except BaseException as problem:  # noqa: BLE001 - told below
            problems.append(problem)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    check_whole(wiring, power, water)


def test_a_bill_that_comes_after_its_payment_is_found_paid(wiring: Wiring) -> None:
    assert match_again(wiring) is False
    bring(wiring, DATA)
    power = arrive(wiring, Asked())
    assert state(wiring, power) is State.OPEN
    assert match_again(wiring) is True
    assert state(wiring, power) is State.PAID


def test_a_correction_matches_anew(wiring: Wiring) -> None:
    power = arrive(wiring, Asked(number="F-9999-11"))
    bring(wiring, csv_file(Line("-84.20", "VIR FACTURE F-2031-77")))
    assert state(wiring, power) is State.OPEN
    assert fix_bill(wiring, power, Fix(number="F-2031-77")).state is State.PAID


def test_each_format_of_one_month_tells_the_same_movements_once(wiring: Wiring) -> None:
    rent = Asked(
        "650.00", "", date(2026, 1, 5), "SCI des Tilleuls", issued=None,
        reference="RF18 5390 0754 7034",
    )  # fmt: skip
    number = arrive(wiring, rent)
    for data in (camt(), OFX_1.encode("cp1252"), FRENCH.encode("cp1252"), camt("052", 8)):
        bring(wiring, data)
    assert state(wiring, number) is State.PAID
    with Session(wiring.engine) as session:
        amounts = list(session.scalars(select(BankEntry.amount_minor).order_by(BankEntry.id)))
    assert sorted(amounts) == [-65000, -8420, 210000]


HEADLESS = b"Wann;Was;Wieviel\n09.11.2026;Strom F-2031-77;-84,20\n"


def test_an_answer_is_kept_only_when_the_file_can_be_read_with_it(wiring: Wiring) -> None:
    asked = import_file(wiring, Brought("a.csv", HEADLESS))
    assert isinstance(asked, Question)
    wrong = {1: Role.BOOKED_ON, 2: Role.AMOUNT}
    for roles, problem in (
        (wrong, ColumnsUnfit), ({2: Role.TEXT}, ColumnsTooFew), ({9: Role.TEXT}, ColumnMissing),
    ):  # fmt: skip
        with pytest.raises(problem):
            import_file(wiring, Brought("a.csv", HEADLESS, ColumnsSaid(roles)))
    assert rows(wiring) == [0, 0, 0, 0]
    right = ColumnsSaid({1: Role.BOOKED_ON, 2: Role.TEXT, 3: Role.AMOUNT})
    bring(wiring, HEADLESS, right)
    bring(wiring, HEADLESS, right)
    assert rows(wiring) == [1, 1, 1, 1]
    flipped = ColumnsSaid(right.roles, flipped=True)
    assert bring(wiring, HEADLESS.replace(b"-84", b"84"), flipped).known == 1
    assert rows(wiring)[3] == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b" \n", EmptyFile),
        (b"%PDF-1.7\n", StatementUnknown),
        (bytes(range(256)) * 40, StatementDamaged),
        (camt()[:900], StatementDamaged),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + camt()[40:], XmlForbidden),
    ],
)
def test_a_hostile_file_leaves_nothing_behind(
    wiring: Wiring, data: bytes, problem: type[Problem]
) -> None:
    with pytest.raises(problem) as caught:
        import_file(wiring, Brought("x", data))
    assert caught.value.told("en").endswith(".")
    assert rows(wiring) == [0, 0, 0, 0]
