"""Days and amounts as prose has them."""

from datetime import date

from models.said import day_in, money_in
from models.words import Lang, mark, translate

__all__ = ["money_in", "when"]


def when(lang: Lang, day: date, today: date) -> str:
    """How far `day` is: "due tomorrow", "due 3 December 2026, in 10 days", "9 days late"."""
    left = (day - today).days
    sentences = {0: mark("due today"), 1: mark("due tomorrow"), -1: mark("due yesterday: late")}
    if left in sentences:
        return translate(sentences[left], lang)
    late, later = mark("due {day}: {days} days late"), mark("due {day}, in {days} days")
    sentence = late if left < 0 else later
    return translate(sentence, lang, day=day_in(lang, day), days=abs(left))
