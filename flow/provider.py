"""Whose word counts about a sender: the account's own provider, learned from the mail it delivered.

Anyone can write an Authentication-Results field; only the topmost one is the provider's (RFC 8601
section 5), and only where the provider writes one at all: hence a majority of several mails.
"""

import json
from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.tables import Account, Extracted, Message

_LOOKED_AT = 50
_ENOUGH = 5
_SHARE = 0.8


def learn_provider(wiring: Wiring, account_id: int) -> str | None:
    """The provider's authserv-id, once at least 5 mails and 4 of 5 agree; None before."""
    mails = (
        select(Extracted.mail)
        .join(Message, Message.id == Extracted.message_id)
        .where(Message.account_id == account_id)
        .order_by(Extracted.id.desc())
        .limit(_LOOKED_AT)
    )
    with Session(wiring.engine) as session, session.begin():
        account = session.get_one(Account, account_id)
        if account.provider_id is None:
            names = [str(json.loads(mail).get("provider", "")) for mail in session.scalars(mails)]
            account.provider_id = _agreed(names)
        return account.provider_id


def _agreed(names: list[str]) -> str | None:
    if len(names) < _ENOUGH:
        return None
    name, count = Counter(names).most_common(1)[0]
    return name if name and count >= _SHARE * len(names) else None
