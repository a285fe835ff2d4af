"""Field 86 of MT940: free text by SWIFT, structured by country.

German (DFÜ-Abkommen, annex 3): "166?00text?20purpose…?30BIC?31account?32name", the purpose again
with SEPA words ("EREF+…SVWZ+…"). Dutch and many others: "/EREF/…/NAME/…/REMI/…", ING's "/CNTP/IBAN/
BIC/name/". Everything else is text.
"""

import re
from dataclasses import dataclass

from models.reading import Means
from pay.evidence.texts import clean, compact, given, structured

_FULL_LINE = 60
"""A line of 65 characters is full: the next one goes on in the same word."""
_GERMAN = re.compile(r"\d{3}([?<~&@^])(?=\d{2})")
_SEPA = re.compile(
    r"(?:^|(?<=[\s.]))?(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\+ ?"
)
_SLASHES = re.compile(
    r"/(TRTP|TRCD|EREF|IREF|PREF|MARF|CSID|CNTP|NAME|IBAN|BIC|REMI|BENM|ORDP|ISDT|PURP|RTRN|RREF|ULTD"
    r"|ULTC|ULTB|CREF|ADDR|SVCL|ID|SWOC|OCMT|EXCH|CHGS|BUSP|CDTRREF)/"
)
_CODES = {
    "104": Means.DIRECT_DEBIT,
    "105": Means.DIRECT_DEBIT,
    "106": Means.CARD,
    "107": Means.CARD,
    "116": Means.TRANSFER,
    "117": Means.TRANSFER,
    "118": Means.TRANSFER,
    "166": Means.TRANSFER,
    "168": Means.TRANSFER,
    "083": Means.CASH,
}
"""German business transaction codes (Geschäftsvorfallcodes)."""
_RETURNS = ("108", "109", "159")


@dataclass(frozen=True, slots=True)
class Details:
    """What field 86 says; "" where it says nothing. returned as in `Entry`."""

    text: str
    name: str = ""
    account: str = ""
    end_to_end: str = ""
    creditor_id: str = ""
    mandate: str = ""
    reference: str = ""
    means: Means | None = None
    returned: str = ""


def details_of(field: str) -> Details:
    """The parts of a field 86, in whichever way it is structured."""
    lines = field.strip("\n").split("\n")
    german = _GERMAN.match(field.lstrip())
    if german:
        return _german("".join(lines).lstrip(), german[1])
    joined = _joined(lines)
    if len(_SLASHES.findall(joined)) > 1 or joined.startswith("/"):
        return _slashes(joined)
    return Details(clean(" ".join(lines)))


def _joined(lines: list[str]) -> str:
    joined = ""
    for line in lines:
        joined += line if len(line) >= _FULL_LINE else f"{line} "
    return joined.strip()


def _german(field: str, sign: str) -> Details:
    parts: dict[str, str] = {}
    for part in field[3:].split(sign)[1:]:
        code, value = part[:2], part[2:]
        parts[code] = parts.get(code, "") + value
    purpose = "".join(parts.get(str(code), "") for code in (*range(20, 30), *range(60, 64)))
    said = _sepa(purpose)
    code = field[:3]
    return Details(
        text=clean(f"{parts.get('00', '')} {said.get('SVWZ', '')} {said.get('', '')}"),
        name=clean(parts.get("32", "") + parts.get("33", "")) or clean(said.get("ABWA", "")),
        account=clean(parts.get("31", "")) or clean(said.get("IBAN", "")),
        end_to_end=given(said.get("EREF", "")),
        creditor_id=compact(said.get("CRED", "")),
        mandate=given(said.get("MREF", "")),
        reference=structured(said.get("SVWZ", "")),
        means=_CODES.get(code),
        returned=clean(parts.get("34", "")) or ("-" if code in _RETURNS else ""),
    )


def _sepa(purpose: str) -> dict[str, str]:
    """The SEPA words of a German purpose; under "" what stands before the first of them."""
    first, *rest = _SEPA.split(purpose)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return {"": first, **{word: value.strip() for word, value in pairs}}


def _slashes(field: str) -> Details:
    first, *rest = _SLASHES.split(field)
    raw = dict(zip(rest[::2], rest[1::2], strict=True))
    said = {word: value.strip("/ ") for word, value in raw.items()}
    party = (raw.get("CNTP", "") + "////").split("/")
    remittance, reference = _remittance(said.get("REMI", ""))
    kind = said.get("TRTP", "") + " " + said.get("TRCD", "")
    return Details(
        text=clean(f"{first} {kind} {remittance}"),
        name=clean(said.get("NAME", "") or party[2]),
        account=clean(said.get("IBAN", "") or party[0]),
        end_to_end=given(said.get("EREF", "")),
        creditor_id=compact(said.get("CSID", "")),
        mandate=given(said.get("MARF", "")),
        reference=reference,
        returned=clean(said.get("RTRN", "")),
    )


def _remittance(value: str) -> tuple[str, str]:
    """Text and structured reference of "USTD//text", "STRD/CUR/RF18…" or plain text."""
    kind, _, rest = value.partition("/")
    if kind == "USTD":
        return rest.lstrip("/"), ""
    if kind == "STRD":
        number = rest.rpartition("/")[2]
        return number, structured(number)
    return value, structured(value)
