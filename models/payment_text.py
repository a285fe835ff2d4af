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
_SIGNS = {
    "&": "+", ";": ",", "[": "(", "]": ")", "{": "(", "}": ")", "\\": "/", "|": "/", "_": "-",
    "~": "-", "`": "'", "´": "'", "‘": "'", "’": "'", "‚": "'", "“": "'", "”": "'", "„": "'",
    "«": "'", "»": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "€": "E", "ł": "l", "ø": "o",
    "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "°": "o",
}  # fmt: skip
_ALPHABETS = (
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t ς=s υ=y φ=f χ=ch "
    "ψ=ps ω=o а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
    "х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ы=y э=e ю=yu я=ya ђ=dj ѕ=dz і=i ї=yi ј=j љ=lj њ=nj ћ=c џ=dz"
)
"""Greek and Cyrillic (as Bulgarian spells it) in small letters."""
_NEAR = _SIGNS | dict(pair.split("=") for pair in _ALPHABETS.split())


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
    near = _NEAR.get(small) or "".join(map(_base, unicodedata.normalize("NFKD", small))) or _OTHER
    return near if small == character else near.capitalize()


def _base(character: str) -> str:
    """One sign of a character taken apart: nothing for its accent."""
    if unicodedata.combining(character):
        return ""
    return character if character in _BASIC else _NEAR.get(character, _OTHER)
