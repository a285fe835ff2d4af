"""Text on a payment: one line without tricks, and the letters that every European bank takes.

Names and references come from mails, codes and photographs of strangers. A line end in a name would
move the next field of a payment code; a mark that turns the direction of writing would make a person
read another name than the bank does.
"""

import unicodedata

_LATIN_1 = 0x100
_ASTRAL = 0x10000
_SHAPELESS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters by their category, but nothing is drawn for them."""
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cs", "Co", "Cn"})
"""Format signs, loose accents, private and unknown signs: they leave no gap behind."""
_BLANK = frozenset({"Cc", "Zl", "Zp", "Zs"})
_MOST_READ = 2_000
"""Characters that are looked at; the longest field of a payment has 140."""

_BASIC = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ")
_OTHER = "."
"""What stands for a sign that has no near one (EPC217-08)."""
_SIGNS = dict(
    zip("&;[]{}\\|_~`´‘’‚“”„«»–—‑−€ŁłØøĐđÐðıſ", "+,()()//--'''',...''-----ELlOoDdDdis", strict=True)
)
_LIGATURES = {"ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Þ": "TH", "þ": "th"}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяђѓѕіїјљњћќџ",
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y y e yu ya "
        "dj g dz i yi j lj nj c k dz".split(),
        strict=True,
    )
)
_NEAR = _SIGNS | _LIGATURES | _GREEK | _CYRILLIC


def one_line(text: str, most: int) -> str:
    """`text` as one line of at most `most` characters that can be seen, in Unicode's form NFC.

    Line ends, tabs, control signs and pictographs become one space; zero-width signs, marks of
    direction and loose accents vanish. The same again when done twice; "" when nothing is left.
    """
    bare = "".join(c for c in text[:_MOST_READ] if unicodedata.category(c) != "Cf")
    shown = "".join(map(_shown, unicodedata.normalize("NFC", bare)))
    return " ".join(unicodedata.normalize("NFC", shown).split())[:most].rstrip()


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE or character in _SHAPELESS:
        return ""
    pictograph = category == "So" and ord(character) >= _LATIN_1
    return " " if category in _BLANK or pictograph or ord(character) >= _ASTRAL else character


def basic_latin(text: str, most: int) -> str:
    """`text` in the characters that all SEPA banks take (EPC217-08, section 6.2), at most `most`.

    Accents fall off, Greek and Cyrillic are spelt in Latin letters, "&" becomes "+"; what has no
    near sign becomes ".".
    """
    return " ".join("".join(map(_basic, one_line(text, most))).split())[:most].rstrip()


def _basic(character: str) -> str:
    if character in _BASIC:
        return character
    small = character.lower()
    near = _NEAR.get(character) or _NEAR.get(small)
    if near is None:
        bases = [c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c)]
        near = "".join(c if c in _BASIC else _NEAR.get(c, _OTHER) for c in bases) or _OTHER
    return near if character in _NEAR or small == character else near.capitalize()
