"""`--columns`: words for the kinds of columns, and what is no answer."""

import pytest

from cli.columns_option import columns_of, role_word
from cli.output import Out
from models.errors.values import UsageWrong
from models.words import Lang
from pay.evidence.columns import Role

OUT = Out("en", as_json=True)


def test_short_and_french_words_name_columns() -> None:
    assert columns_of(OUT, "date=1, Montant=3,libelle=2") == {
        1: Role.BOOKED_ON, 3: Role.AMOUNT, 2: Role.TEXT,
    }  # fmt: skip
    assert columns_of(OUT, None) == {}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_said_by_its_own_name(role: Role) -> None:
    assert columns_of(OUT, f"{role.value}=12") == {12: role}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("role", list(Role))
def test_the_word_that_is_shown_may_be_typed(lang: Lang, role: Role) -> None:
    assert columns_of(OUT, f"{role_word(lang, role)}=12") == {12: role}


def test_french_words_are_shown_and_typed_with_or_without_accents() -> None:
    assert role_word("fr", Role.TEXT) == "libellé"
    assert columns_of(OUT, "Libellé=1,debit=2,CRÉDIT=3") == {
        1: Role.TEXT, 2: Role.DEBIT, 3: Role.CREDIT,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "date",
        "date=",
        "date=x",
        "colour=1",
        "date=1,amount=1",
        "date=1,,",
        "date=9999",
        "=1",
        "date=²",
    ],
)
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(UsageWrong):
        columns_of(OUT, text)
