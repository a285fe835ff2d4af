"""What OCR breaks in figures, put right where only one reading makes sense; the rest is left alone.

Each change was seen on receipts: "16. 52", "S34.50", "0ct 3,2016", "02,/22/2014", "1O.50", "05 02-18",
"PM1.00" (of "RM1.00").
"""

import re

_SPLIT_CENTS = re.compile(r"(?<![\d.,])(\d{1,6})\s?([.,])\s(\d\d)(?![\d%]|[.,/]\d)")
_SPLIT_POINT = re.compile(r"(?<![\d.,])(\d{1,6})\s([.,]\d\d)(?![\d%]|[.,/]\d)")
_DOLLAR = re.compile(r"(?<![^\s:=])S\s?(?=\d{1,6}[.,]\d\d(?!\d))")
_RAND = re.compile(r"(?<![^\W_])R\s?(?=\d{1,7}[.,]\d\d(?!\d))")
_RINGGIT = re.compile(r"(?<![^\W_])[PFBNHKf]?M(?=\d{1,6}[.,]\d\d(?!\d))")
_RINGGIT_NOUGHT = re.compile(r"(?<![^\W_])RM[OQD](?=[.,]\d\d(?!\d))")
_BARE_CENTS = re.compile(r"(?<![\w.,])\.(?=\d\d(?!\d))")
_MONTHS = (
    (re.compile(r"(?<![^\W_])[0O]c[t7](?![^\W\d_])", re.I), "Oct"),
    (re.compile(r"(?<![^\W_])N[o0]v(?![^\W\d_])", re.I), "Nov"),
    (re.compile(r"(?<![^\W_])(?:Ju1|Jul|JuI)(?![^\W\d_])"), "Jul"),
)
_LETTER_IN_FIGURE = re.compile(
    r"(?<=\d)[OoQ](?=[.,]?\d)|(?<=\d[.,])[OoQ](?=\d)|(?<=\d[.,]\d)[OoQ](?![^\W_])"
)
_ONE_IN_FIGURE = re.compile(r"(?<=\d[.,])[lI|](?=\d)|(?<=\d)[lI|](?=[.,]\d\d(?!\d))")
_DATE_SIGNS = re.compile(
    r"(?<![\d/])(\d\d?)\s?[.,:;]?/[.,:;]?\s?(\d)[.,:;]?(\d?)[.,:;]?/[.,:;]?\s?((?:20)?\d\d)(?!\d|/)"
)
_DATE_GAPS = re.compile(
    r"(?<![\d.,/-])(0?[1-9]|[12]\d|3[01])(?: -?|-)(0[1-9]|1[0-2])-((?:20)?[0-3]\d)(?!\d|[.,-]\d)"
)
_DIGITS = str.maketrans("OoQlI|", "000111")
_DATE_LETTERS = re.compile(
    r"(?<![\w/.-])([\dOlI|]{1,2})([/-])([\dOlI|]{1,2})\2((?:20)?[\dOlI|]{2})(?![\w/-])"
)


def tidy(text: str) -> str:
    """One OCR line with its figures joined again. Idempotent; never touches letters of words."""
    text = _LETTER_IN_FIGURE.sub("0", text)
    text = _ONE_IN_FIGURE.sub("1", text)
    text = _DATE_LETTERS.sub(_plain_date, text)
    text = _DATE_SIGNS.sub(_joined_date, text)
    text = _DATE_GAPS.sub(r"\1-\2-\3", text)
    text = _SPLIT_CENTS.sub(r"\1\2\3", text)
    text = _SPLIT_POINT.sub(r"\1\2", text)
    text = _DOLLAR.sub("$", text)
    text = _RAND.sub("R ", text)
    text = _RINGGIT.sub("RM", text)
    text = _RINGGIT_NOUGHT.sub("RM0", text)
    text = _BARE_CENTS.sub("0.", text)
    for pattern, name in _MONTHS:
        text = pattern.sub(name, text)
    return text


def _plain_date(match: re.Match[str]) -> str:
    if not any(c.isdigit() for c in match.group()):
        return match.group()
    day, sign, month, year = (match[i].translate(_DIGITS) for i in range(1, 5))
    return f"{day}{sign}{month}{sign}{year}"


def _joined_date(match: re.Match[str]) -> str:
    return f"{match[1]}/{match[2]}{match[3]}/{match[4]}"
