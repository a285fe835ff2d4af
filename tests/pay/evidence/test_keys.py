"""The same movement imported twice is one, overlapping files and other formats included."""

from models.statement import Entry, Statement
from pay.evidence.columns import Question
from pay.evidence.overlap import new_entries
from pay.evidence.read import read_statements
from pay.evidence.reader import Source
from tests.pay.evidence.csv_shapes import CREDIT_AGRICOLE, CREDIT_MUTUEL
from tests.pay.evidence.shapes import FRENCH, OFX_1, OWN, camt


def one(data: bytes) -> Statement:
    answer = read_statements(Source(data, account=OWN))
    assert not isinstance(answer, Question)
    return answer[0]


def stored(*statements: Statement) -> list[tuple[str, Entry]]:
    return [(told.reader, entry) for told in statements for entry in told.entries]


def test_a_statement_imported_twice_brings_nothing_new() -> None:
    told = one(camt())
    assert new_entries([], told) == told.entries
    assert new_entries(stored(told), one(camt())) == ()


def test_overlapping_files_bring_only_what_is_new() -> None:
    rows = CREDIT_MUTUEL.decode("cp1252").splitlines(keepends=True)
    first = one("".join(rows[:3]).encode())
    second = one("".join([rows[0], *rows[2:]]).encode())
    assert [entry.amount.minor for entry in new_entries(stored(first), second)] == [210000]


def test_newest_first_or_oldest_first_makes_the_same_keys() -> None:
    rows = CREDIT_MUTUEL.decode("cp1252").splitlines(keepends=True)
    twice = [*rows, rows[1]]
    up = one("".join(twice).encode())
    down = one("".join([rows[0], *twice[:0:-1]]).encode())
    assert {entry.key for entry in up.entries} == {entry.key for entry in down.entries}
    assert len(up.entries) == len({entry.key for entry in up.entries})


def test_padding_and_capitals_of_a_later_export_change_no_key() -> None:
    text = CREDIT_MUTUEL.decode("cp1252")
    other = text.replace("FACTURE F-2031", "facture   F-2031 ")
    assert [e.key for e in one(text.encode()).entries] == [
        e.key for e in one(other.encode()).entries
    ]


def test_another_format_of_the_same_days_brings_nothing_new() -> None:
    told = one(camt())
    assert new_entries(stored(told), one(FRENCH.encode())) == ()
    assert new_entries(stored(told), one(OFX_1.encode())) == ()


def test_another_format_brings_the_second_of_two_equal_movements() -> None:
    told = one(camt())
    line = ":61:260107D650,00NTRFNONREF//B-0009\n:86:VIR SEPA AUTRE\n"
    more = one(FRENCH.replace(":62F:", line + ":62F:").encode())
    fresh = new_entries(stored(told), more)
    assert [entry.amount.minor for entry in fresh] == [-65000]
    assert new_entries([*stored(told), *(("mt940", entry) for entry in fresh)], more) == ()


def test_another_account_is_another_movement() -> None:
    told = one(camt())
    other = one(CREDIT_AGRICOLE)
    assert len(new_entries(stored(told), other)) == 3
