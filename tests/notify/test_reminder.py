"""Reminders tell each person their own part, what to do, and nothing that harms."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from models.errors.sending import ChannelRefused
from models.money import Money
from notify.due import Due, Plan, Todo
from notify.figures import money_in
from notify.layout import Words
from notify.reminder import Reader, reminder, short_reminder
from tests.notify.dues import TODAY, due
from tests.notify.test_compose import strange

BOB = Reader("Bob", "en", "Alice")
DAY = timedelta(days=1)


def told(*dues: Due, reader: Reader = BOB, today: date = TODAY) -> Words:
    return reminder(dues, reader, today)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (10, "due 3 December 2026, in 10 days"),
        (1, "due tomorrow"),
        (0, "due today"),
        (-1, "due yesterday: late"),
        (-9, "due 14 November 2026: 9 days late"),
    ],
)
def test_it_says_how_far_the_day_is(left: int, words: str) -> None:
    one = told(due(due_on=TODAY + left * DAY))
    assert one.title == f"Eaux du Vallon: {words}"
    assert f"Eaux du Vallon: your share is €28.07, {words}" in one.text


def test_what_is_to_be_done_is_a_list_in_order_with_the_late_ones_first() -> None:
    late = due(1, biller="Voltaria", due_on=TODAY - 3 * DAY, mine=Money(1_284_50, "EUR"),
               todo=Todo.PAY, to="Voltaria SA", reference="RF18539007547034", shared=False)  # fmt: skip
    text = told(due(), late).text
    assert (
        "1. Voltaria: pay €1,284.50 to Voltaria SA. Write this reference: RF18539007547034" in text
    )
    assert "2. Eaux du Vallon: give €28.07 back to Alice." in text
    assert text.index("LATE") < text.index("TO SETTLE") < text.index("WHAT TO DO")
    assert "In all, you have to pay €1,312.57." in text


def test_nobody_is_told_to_pay_what_is_debited_by_itself() -> None:
    debited = due(todo=Todo.DEBITED, shared=False)
    alone = told(debited)
    assert "WHAT TO DO" not in alone.text
    assert "pay" not in alone.text.replace("Vallon", "").lower()
    assert alone.title == "Eaux du Vallon: debited by itself on 3 December 2026"
    late = told(due(todo=Todo.DEBITED, due_on=TODAY - DAY))
    assert "late" not in late.text.lower()
    both = told(debited, due(8, biller="Voltaria"))
    assert both.title.startswith("Voltaria")
    assert "In all" not in both.text
    assert told(debited, debited).title == "Nothing to do: 2 bills are debited"


def test_a_digest_counts_in_its_title_and_sums_each_currency() -> None:
    francs = due(9, mine=Money(10_00, "CHF"), due_on=TODAY - DAY)
    one = told(due(), due(8), francs)
    assert one.title == "3 bills to settle, 1 late"
    assert "CHF" in one.text
    assert "€56.14" in one.text
    assert told(due(), due(8)).title == "2 bills to settle"


@pytest.mark.parametrize("todo", Todo)
@pytest.mark.parametrize("count", [1, 2])
def test_no_title_and_no_short_text_tells_an_amount(todo: Todo, count: int) -> None:
    dues = [due(n, todo=todo) for n in range(count)]
    short = short_reminder(dues, BOB, TODAY)
    for words in (told(*dues).title, short.title, short.text):
        assert "28" not in words
    assert "28.07" in short_reminder(dues, BOB, TODAY, amounts=True).text
    assert short.html == ""


def test_days_and_amounts_are_written_as_the_language_does() -> None:
    text = told(due(mine=Money(1_028_07, "EUR")), reader=Reader("Bob", "fr")).text
    assert "1\xa0028,07\xa0€" in text
    assert "3 décembre 2026" in text
    first = due(due_on=date(2027, 1, 1))
    assert "1er janvier 2027" in told(first, reader=Reader("Bob", "fr")).text
    assert "1 January 2027" in told(first).text
    assert money_in("en", Money(500, "JPY")) == "JP¥500"


def test_the_html_says_the_same_words_and_names_no_other_host() -> None:
    one = told(due(), due(8, todo=Todo.PORTAL), due(9, todo=Todo.DEBITED))
    page = LexborHTMLParser(one.html)
    assert page.body is not None
    plain = [piece.strip() for piece in page.body.text(separator="\n").split("\n") if piece]
    bare = [re.sub(r"^(- |\d+\. )", "", line) for line in one.text.split("\n") if line]
    assert [line.upper() for line in plain] == [line.upper() for line in bare]
    assert not re.search(r"http|src=|href|url\(|<img|<link|<script|<style", one.html)


@given(name=strange, biller=strange, reference=strange)
@settings(max_examples=80, deadline=None)
def test_hostile_names_add_no_line_and_no_tag(name: str, biller: str, reference: str) -> None:
    def shape(words: Words) -> tuple[int, list[str | None]]:
        page = LexborHTMLParser(words.html)
        assert page.root is not None
        return len(words.text.split("\n")), [node.tag for node in page.root.traverse()]

    honest = shape(told(due(reference="R")))
    one = told(due(biller="A" + biller, to="B" + name, reference="C" + reference),
               reader=Reader("D" + name, "en", "E" + name))  # fmt: skip
    assert shape(one) == honest
    assert len(one.title.splitlines()) == 1


def test_what_is_too_much_for_one_message_is_counted() -> None:
    one = told(*map(due, range(130)))
    assert one.title == "130 bills to settle"
    assert one.text.count("and 30 more, see Facteur") == 2
    assert "€3,649.10" in one.text
    assert "30 more" in short_reminder([*map(due, range(130))], BOB, TODAY).text


def test_nothing_to_tell_is_no_message() -> None:
    with pytest.raises(ChannelRefused):
        told()


def test_each_occasion_comes_once_and_a_missed_day_skips_none() -> None:
    plan, day = Plan(), date(2026, 12, 1)
    names = [plan.occasion(day, day + n * DAY) for n in range(-10, 40)]
    assert names[:3] == [None] * 3
    order = list(dict.fromkeys(name for name in names if name))
    assert order == ["before-7", "before-3", "before-0", "late-0", "late-1", "late-2", "late-3"]
    assert plan.occasion(day, day + DAY) == plan.occasion(day, day + 7 * DAY) == "late-0"
    assert plan.occasion(day, day + 29 * DAY) is None
    assert plan.occasion(None, day) is None


@given(days=st.integers(-4000, 4000), every=st.integers(-3, 400))
def test_an_occasion_is_named_whatever_the_plan(days: int, every: int) -> None:
    plan = Plan((), every, 2)
    assert plan.occasion(TODAY, TODAY + days * DAY) in {None, "late-0", "late-1"}


def test_who_pays_for_all_is_told_the_whole_and_their_part_of_it() -> None:
    pays = due(todo=Todo.PAY, to="Eaux du Vallon", whole=Money(84_21, "EUR"))
    one = told(pays, due(8))
    assert "Eaux du Vallon: your share is €28.07" in one.text
    assert "pay €84.21 to Eaux du Vallon; your share of it is €28.07." in one.text
    assert "In all, your part is €56.14." in one.text
    assert "84.21" not in one.title


def test_a_link_stands_beside_its_own_share_and_the_mail_says_what_links_are_for() -> None:
    one = told(due(link="https://bills.example.org/s/abc/7"), due(8))
    assert one.text.count("https://") == 1
    assert "Alice. See it, or say no: https://bills.example.org/s/abc/7" in one.text
    assert "The links show your shares alone." in one.text
    assert "holds no link" not in one.text


MISSED = due(3, todo=Todo.NOT_DEBITED, due_on=TODAY - 9 * DAY, shared=False, to="")


def test_of_a_debit_that_did_not_come_it_says_to_look_and_never_to_pay_unasked() -> None:
    alone = told(MISSED)
    assert alone.title == "Eaux du Vallon: was to be debited on 14 November 2026, was not"
    assert "LATE" not in alone.text
    assert "you have to pay" not in alone.text
    for words in ("look at your account", "`facteur import FILE`", "`facteur ask 3`"):
        assert words in alone.text, words
    assert "Do not pay by hand unless they ask you to" in alone.text
    assert "€" not in alone.title


def test_a_debit_that_did_not_come_is_no_sum_to_pay_and_stands_after_what_is_to_pay() -> None:
    both = told(MISSED, due(mine=Money(5_00, "EUR")), due(8, mine=Money(6_00, "EUR")))
    assert both.title == "2 bills to settle"
    assert "In all, you have to pay €11.00." in both.text
    assert both.text.index("TO SETTLE") < both.text.index("ANNOUNCED, NOT ON YOUR BANK STATEMENTS")
    assert told(MISSED, due(4, todo=Todo.NOT_DEBITED)).title == "2 announced debits did not come"
