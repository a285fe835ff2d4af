"""A letter is in the bill's language where there are letters in it, and the person is told which and why."""

from typing import Any

import pytest
from sqlalchemy import select

from models.tables import Bill
from tests.flow.talks.talk_house import BILL, SERVICE, TalkHouse

ENGLISH = "Your bill {number} of 2 November 2026 is ready. Please pay the amount of 84.20 EUR by 30 November."
GERMAN = (
    "Ihre Rechnung {number} vom 2. November 2026 liegt vor. Bitte zahlen Sie den Betrag: 84,20 EUR."
)


def bill_of(house: TalkHouse, words: str) -> int:
    """A bill whose mail says these words."""
    head = BILL.partition("\n\n")[0].replace("Votre facture", "n°")
    house.arrive(f"{head}\n\n{words}\n".format(number="F-20311"))
    with house.session() as session:
        return session.scalars(select(Bill.id)).one()


def told(house: TalkHouse, bill: int, **said: Any) -> tuple[str | None, str]:
    """The letter's language, and the first that the person is told of it."""
    made = house.write(bill, **({"lang": None} | said))
    assert ("Yours faithfully" in made.text) is (made.lang == "en")
    return made.lang, made.notes[0].told("en")


def test_a_french_bill_is_asked_about_in_french(each_talks: TalkHouse) -> None:
    bill = each_talks.bill()
    assert told(each_talks, bill) == ("fr", "The letter is in French, as the bill is.")
    own = "Your own words stand in it as you wrote them."
    assert own in [note.told("en") for note in each_talks.write(bill, lang=None).notes]
    french = each_talks.write(bill, lang=None, own_lang="fr")
    assert own not in [note.told("en") for note in french.notes]


def test_an_english_one_in_english(quiet: TalkHouse) -> None:
    bill = bill_of(quiet, ENGLISH)
    assert told(quiet, bill, own_lang="fr") == ("en", "The letter is in English, as the bill is.")


def test_of_any_other_it_is_said_that_there_is_no_letter_in_its_language(quiet: TalkHouse) -> None:
    lang, why = told(quiet, bill_of(quiet, GERMAN), own_lang="fr")
    assert lang == "fr"
    assert "the bill is in German" in why


def test_where_it_is_not_clear_it_is_the_persons_language(quiet: TalkHouse) -> None:
    lang, why = told(
        quiet, bill_of(quiet, "Facture {number}\nMontant à payer : 84,20 EUR"), own_lang="en"
    )
    assert (lang, "`--language fr`" in why) == ("en", True)


@pytest.mark.parametrize(("lang", "name"), [("en", "English"), ("fr", "French")])
def test_what_the_person_says_counts(quiet: TalkHouse, lang: str, name: str) -> None:
    bill = quiet.bill(contact=SERVICE)
    assert told(quiet, bill, lang=lang) == (lang, f"The letter is in {name}, as you said.")
