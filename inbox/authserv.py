"""Who checks the senders of a mailbox: learned from its own mail, never from one message.

A provider puts its Authentication-Results on top of what it receives (RFC 8601 section 5); anyone can
write one further down, or on top where the provider writes none. So the name counts only when it
stands on top of nearly all mail, from many senders.
"""

import re
from collections import Counter
from collections.abc import Collection

_RESULTS = re.compile(
    rb"^authentication-results:[ \t\r\n]{0,8}([\w.-]{1,255})[ \t\r\n]{0,8}[;\d]", re.I | re.M
)
_SENDER = re.compile(rb"^from:[^\r\n]{0,500}@([\w.-]{1,255})", re.I | re.M)
_BLOCK = 64 * 1024
FEWEST_MAILS, FEWEST_SENDERS, SHARE = 10, 5, 0.9


def learned(headers: Collection[bytes]) -> str | None:
    """The authserv-id, in lower case, that stands on top of nearly all `headers` (raw blocks).

    None when there are too few mails or senders to tell, or no name does.
    """
    if len(headers) < FEWEST_MAILS:
        return None
    names: Counter[str] = Counter()
    senders: dict[str, set[bytes]] = {}
    for raw in headers:
        block = raw[:_BLOCK]
        top, sender = _RESULTS.search(block), _SENDER.search(block)
        name = top[1].decode("ascii", "replace").lower() if top else ""
        names[name] += 1
        senders.setdefault(name, set()).add(sender[1].lower() if sender else b"")
    name, count = names.most_common(1)[0]
    sure = count >= SHARE * len(headers) and len(senders[name]) >= FEWEST_SENDERS
    return name if name and sure else None
