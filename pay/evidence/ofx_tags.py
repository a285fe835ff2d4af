"""The tags of OFX 1 (SGML, most end tags left out) and OFX 2 (XML): one way for both.

The leaves of OFX are a tag and its text; end tags say nothing more about them. Only the ends of
the few groups below matter, and those are never left out (OFX 1.6, 2.3.2; OFX 2.2, 2.3).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9._]{0,40})[ \t]*/?>([^<]*)")
_PARTIES = ("BANKACCTFROM", "CCACCTFROM", "BANKACCTTO", "CCACCTTO", "PAYEE")
_GROUPS = (*_PARTIES, "CURRENCY", "ORIGCURRENCY", "LEDGERBAL", "AVAILBAL", "BAL")
_STATEMENTS = ("STMTRS", "CCSTMTRS")


@dataclass(slots=True)
class OfxAccount:
    """One STMTRS or CCSTMTRS: its own values and its movements, named TAG or GROUP.TAG."""

    values: dict[str, str] = field(default_factory=dict)
    movements: list[dict[str, str]] = field(default_factory=list)
    _group: str = ""
    _moving: bool = False

    def tag(self, name: str, value: str, *, end: bool) -> None:
        """Take the next tag of the file; of two values of one name the first stays."""
        if name == "STMTTRN":
            self._moving, self._group = not end, ""
            if not end:
                self.movements.append({})
        elif name in _GROUPS:
            self._group = "" if end else name
        elif value and not end:
            values = self.movements[-1] if self._moving else self.values
            values.setdefault(f"{self._group}.{name}".lstrip("."), html.unescape(value))


def accounts_of(text: str) -> Iterator[OfxAccount]:
    """Every account of the file with its values; whole only when the iteration is done."""
    account: OfxAccount | None = None
    for found in _TAG.finditer(text):
        end, name, value = bool(found[1]), found[2].upper(), found[3].strip()
        if name in _STATEMENTS:
            account = None if end else OfxAccount()
            if account is not None:
                yield account
        elif account is not None:
            account.tag(name, value, end=end)
