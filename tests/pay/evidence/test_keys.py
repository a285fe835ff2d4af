"""The same movement imported twice is one, overlapping files and other formats included."""

from itertools import permutations

import pytest

from models.iban import Iban
from models.statement import Entry, Statement
from pay.evidence.columns import Question
from pay.evidence.overlap import overlap
from pay.evidence.read import read_statements
from pay.evidence.reader import Source
from tests.pay.evidence.csv_shapes import CREDIT_AGRICOLE, CREDIT_MUTUEL
from tests.pay.evidence.shapes import FRENCH, LANDLORD, OFX_1, OWN, camt


def one(data: bytes) -> Statement:
    answer = read_statements(Source(data, account=OWN))
    assert not isinstance(answer, Question)
    return answer[0]


def stored(*statements: Statement) -> list[tuple[str, Entry]]:
    return [(told.reader, entry) for told in statements for entry in told.entries]


def new_entries(known: list[tuple[str, Entry]], told: Statement) -> tuple[Entry, ...]:
    return overlap(known, told).fresh


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


NAMELESS = """Date;Libelle;Montant
05/01/2026;PRLV ENERGIE DU VALLON CONTRAT 77;-84,20
07/01/2026;VIR SCI DES TILLEULS;-650,00
30/01/2026;VIR RECU ATELIER MOREL;2100,00
"""


def nameless(text: str = NAMELESS) -> Statement:
    """A bank's CSV that names no account."""
    answer = read_statements(Source(text.encode(), currency="EUR"))
    assert not isinstance(answer, Question)
    assert (answer[0].account, len(answer[0].entries)) == ("", len(text.splitlines()) - 1)
    return answer[0]


def test_a_file_that_names_no_account_tells_what_is_known_again() -> None:
    told = one(camt())
    assert new_entries(stored(told), nameless()) == ()
    assert new_entries(stored(nameless()), told) == ()


def test_without_an_account_another_payee_is_another_movement() -> None:
    other = nameless(NAMELESS.replace("SCI DES TILLEULS", "GARAGE DU PONT"))
    fresh = new_entries(stored(one(camt())), other)
    assert [entry.amount.minor for entry in fresh] == [-65000]


def test_the_same_file_with_the_account_said_later_brings_nothing_new() -> None:
    said = read_statements(Source(NAMELESS.encode(), account=OWN, currency="EUR"))
    assert not isinstance(said, Question)
    assert new_entries(stored(nameless()), said[0]) == ()
    assert new_entries(stored(said[0]), nameless()) == ()


def known_after(*statements: Statement) -> list[tuple[str, Entry]]:
    """What stands after these came one after the other."""
    known: dict[str, tuple[str, Entry]] = {}
    for told in statements:
        found = overlap(known.values(), told)
        for key, entry in found.again.items():
            reader, _ = known.pop(key)
            known[entry.key] = (reader if entry.key == key else told.reader, entry)
        known |= {entry.key: (told.reader, entry) for entry in found.fresh}
    return list(known.values())


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whichever_file_comes_first_the_same_movements_stand_with_all_ids(
    order: tuple[int, ...],
) -> None:
    files = (nameless(), one(camt()), one(FRENCH.encode()))
    stands = known_after(*(files[place] for place in order))
    again = known_after(*(files[place] for place in order), *files)
    assert stands == again
    power, rent, wages = sorted((entry for _, entry in stands), key=lambda one: one.booked_on)
    assert {entry.account for entry in (power, rent, wages)} == {OWN}
    assert (power.end_to_end, power.mandate) == ("E2E-77", "RUM-9")
    assert (rent.counterparty_iban, rent.reference) == (Iban(LANDLORD), "RF18539007547034")
    assert "F-2031" in power.text
    assert "CONTRAT 77" in power.text


def test_of_two_equal_movements_nothing_is_mixed() -> None:
    twice = NAMELESS + "07/01/2026;VIR SCI DES TILLEULS GARAGE;-650,00\n"
    found = overlap(stored(one(camt())), nameless(twice))
    assert [entry.amount.minor for entry in found.fresh] == [-65000]
    assert all("SCI" not in entry.text for entry in found.again.values())
