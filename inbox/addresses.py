"""Address fields read by mail-parser, with a fallback for what it rightly calls ambiguous."""

import re

from mailparser.utils import get_addresses

from inbox.charset import storable
from inbox.headers import decode_words
from models.mail import Address

ADDRESSES_MAX = 1000
_ADDR_SPEC = re.compile(r"[^\s<>\"'(),:;@\[\]\\]{1,128}@[^\s<>\"'(),:;@\\]{1,255}")
_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_NAME_MAX = 300
_VALUE_MAX = 64 * 1024
NOBODY = Address("", "")


def addresses_of(value: str) -> tuple[Address, ...]:
    """The mailboxes of a field, at most 1 000; names decoded, addresses in lower case.

    Where the syntax is broken ("EDF <edf@x", "EDF Clients edf@x.fr") the addresses that can be seen
    are taken, all before the last as part of the name.
    """
    value = value[:_VALUE_MAX]
    found = [
        Address(_name(name), _address(address))
        for name, address in get_addresses(value)[:ADDRESSES_MAX]
        if address
    ]
    return tuple(found) or _visible(value)


def _visible(value: str) -> tuple[Address, ...]:
    value = value.replace("mailto:", "")
    last = None
    for last in _ADDR_SPEC.finditer(value):  # noqa: B007 - only the last one is wanted
        pass
    if last is not None:
        return (Address(_name(value[: last.start()].strip(" <\"'")), _address(last[0])),)
    name = _name(value.replace("<>", ""))
    return (Address(name, ""),) if name and not value.rstrip().endswith(";") else ()


def _name(raw: str) -> str:
    return _CONTROLS.sub(" ", decode_words(raw[: 4 * _NAME_MAX])).strip(" \"'")[:_NAME_MAX]


def _address(raw: str) -> str:
    return _CONTROLS.sub("", storable(raw)).lower()
