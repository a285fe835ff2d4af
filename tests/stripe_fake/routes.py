"""The calls that our Stripe answers, each with the SDK's name for its parameters."""

import copy
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.stripe_fake.books import Books, Thing
from tests.stripe_fake.typed import Mistake, checked, unflattened

Handler = Callable[[Books, str, str], Thing]


def _open(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "checkout._session_create_params", "SessionCreateParams")
    return books.open_session(asked)


def _session(books: Books, name: str, form: str) -> Thing:
    checked(form, "checkout._session_retrieve_params", "SessionRetrieveParams")
    session = copy.deepcopy(_held(books.sessions, name))
    if "payment_intent.latest_charge" in unflattened(form).get("expand", []):
        intent = copy.deepcopy(books.intents.get(session["payment_intent"] or ""))
        if intent is not None:
            intent["latest_charge"] = copy.deepcopy(
                books.charges.get(intent["latest_charge"] or "")
            )
        session["payment_intent"] = intent
    return session


def _expire(books: Books, name: str, form: str) -> Thing:
    checked(form, "checkout._session_expire_params", "SessionExpireParams")
    session = _held(books.sessions, name)
    books.end(session)
    return session


def _sessions(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "checkout._session_list_params", "SessionListParams")
    return _page(books.sessions.values(), asked, ("payment_intent", "status"))


def _intent(books: Books, name: str, form: str) -> Thing:
    checked(form, "_payment_intent_retrieve_params", "PaymentIntentRetrieveParams")
    return _held(books.intents, name)


def _intents(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "_payment_intent_list_params", "PaymentIntentListParams")
    return _page(books.intents.values(), asked, ())


def _charges(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "_charge_list_params", "ChargeListParams")
    return _page(books.charges.values(), asked, ("payment_intent",))


def _refund(books: Books, _: str, form: str) -> Thing:
    return books.refund(checked(form, "_refund_create_params", "RefundCreateParams"))


def _refunds(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "_refund_list_params", "RefundListParams")
    return _page(books.refunds.values(), asked, ("payment_intent", "charge"))


def _disputes(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "_dispute_list_params", "DisputeListParams")
    return _page(books.disputes.values(), asked, ("payment_intent", "charge"))


def _events(books: Books, _: str, form: str) -> Thing:
    asked = checked(form, "_event_list_params", "EventListParams")
    types = asked.pop("types", None)
    if types is not None and len(types) > 20:
        raise Mistake("at most 20 types", param="types")
    chosen = [one for one in books.events if types is None or one["type"] in types]
    return _page(chosen, asked, ())


ROUTES: tuple[tuple[str, re.Pattern[str], Handler], ...] = (
    ("POST", re.compile(r"/v1/checkout/sessions()"), _open),
    ("GET", re.compile(r"/v1/checkout/sessions()"), _sessions),
    ("GET", re.compile(r"/v1/checkout/sessions/(\w+)"), _session),
    ("POST", re.compile(r"/v1/checkout/sessions/(\w+)/expire"), _expire),
    ("GET", re.compile(r"/v1/payment_intents()"), _intents),
    ("GET", re.compile(r"/v1/payment_intents/(\w+)"), _intent),
    ("GET", re.compile(r"/v1/charges()"), _charges),
    ("POST", re.compile(r"/v1/refunds()"), _refund),
    ("GET", re.compile(r"/v1/refunds()"), _refunds),
    ("GET", re.compile(r"/v1/disputes()"), _disputes),
    ("GET", re.compile(r"/v1/events()"), _events),
)


def routed(books: Books, method: str, path: str, form: str) -> Thing:
    """The answer of one call. Raises Mistake; LookupError for a path that nobody serves."""
    for verb, pattern, handler in ROUTES:
        found = pattern.fullmatch(path)
        if found and verb == method:
            return copy.deepcopy(handler(books, found[1], form))
    raise LookupError(path)


def _held(things: dict[str, Thing], name: str) -> Thing:
    if name not in things:
        raise Mistake(f"no such thing: {name}", "resource_missing", "id")
    return things[name]


def _page(things: Iterable[Thing], asked: dict[str, Any], filters: tuple[str, ...]) -> Thing:
    """Newest first, as Stripe lists."""
    chosen = [
        one
        for one in reversed(list(things))
        if _made_in(one["created"], asked.get("created", {}))
        and all(one.get(name) == asked[name] for name in filters if name in asked)
    ]
    after = asked.get("starting_after")
    if after is not None:
        chosen = chosen[[one["id"] for one in chosen].index(after) + 1 :]
    limit = asked.get("limit", 10)
    if not 1 <= limit <= 100:
        raise Mistake("limit goes from 1 to 100", param="limit")
    return {
        "object": "list",
        "data": chosen[:limit],
        "has_more": len(chosen) > limit,
        "url": "/v1/checkout/sessions",
    }


def _made_in(created: int, span: dict[str, int]) -> bool:
    return span.get("gte", created) <= created <= span.get("lte", created)
