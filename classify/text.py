"""Text made easy to search: accents and case gone, every character still at its place."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_WIDE = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "’": "'", "‘": "'"})
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff]")
_BREAKS = re.compile(r"[ \t]*[\r\n\v\f\u2028\u2029][\s]*")
_SPACES = re.compile(r"[^\S\n]+")
_MOST = 40_000
"""Characters searched of one text: the extraction hands over no more."""
_QUOTE = 160


@cache
def _plain(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1].lower()[:1]
    return base or char


@dataclass(frozen=True, slots=True)
class Text:
    """`shown` as a person reads it, `folded` of the same length: lower case without accents."""

    shown: str
    folded: str

    @classmethod
    def of(cls, raw: str) -> "Text":
        """The first 40,000 characters, blanks collapsed (line breaks kept), invisible ones gone."""
        whole = unicodedata.normalize("NFKC", raw[:_MOST]).translate(_WIDE)
        shown = _SPACES.sub(" ", _BREAKS.sub("\n", _UNSEEN.sub("", whole))).strip()
        return cls(shown, "".join(map(_plain, shown)))

    def quote(self, start: int, end: int) -> str:
        """What stands there with the words around it, on one line, at most 160 characters."""
        left = self.shown.rfind("\n", 0, start) + 1
        right = self.shown.find("\n", end)
        right = len(self.shown) if right < 0 else right
        spare = max(_QUOTE - (end - start), 0)
        left = max(left, start - spare // 3)
        right = min(right, left + _QUOTE)
        while 0 < left < start and not self.shown[left - 1].isspace():
            left += 1
        return " ".join(self.shown[left:right].split())


_IN_SENTENCE = r"(?:[^.!?]|\.(?=\S))"


def phrase(*alternatives: str) -> re.Pattern[str]:
    """A pattern over folded text; a blank in it stands for one blank or line break.

    Gaps are bounded (`.{0,40}`), so a search stays linear in the text. `[^.!?]` is any character within
    the sentence: the dots of "30.07.2026" do not end it.
    """
    joined = "|".join(f"(?:{a})" for a in alternatives).replace("[^.!?]", _IN_SENTENCE)
    return re.compile(rf"(?<![a-z])(?:{joined})".replace(" ", r"\s"), re.DOTALL)
