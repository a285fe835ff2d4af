"""What `facteur household ACTION` does: one function an action, each with the form it is written in."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from cli.entries import iban_of, is_none
from cli.household_typed import Told, day_at, meter_value, number_of
from cli.output import Out
from cli.statement_files import write_statement
from flow.household.calendar import forget_days, move_out, set_days
from flow.household.leaving import rejoin, remove_member
from flow.household.link_door import bank_day
from flow.household.members import Change, Newcomer, add_member, change_member
from flow.household.meters import MAIN, write_reading
from flow.household.private_links import drop_link, new_link
from flow.household.rights import Actor
from flow.household.rules import drop_rule
from flow.household.share_links import DAYS, share_link
from flow.pages_here import link_here
from models.errors.values import UsageWrong
from models.tables import Role, Stay
from models.words import mark

Act = Callable[[Out, Session, Actor, Told], None]


def _add(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (name,) = told.fitting(out, "add NAME [--role ROLE] [--since DAY] [--account ADDRESS]", 1)
    number = add_member(
        session, actor,
        Newcomer(
            name, told.role or Role.MEMBER, told.since, told.until, told.account or "",
            iban_of(out, told.iban) or "", told.carried_by or "",
        ),
    )  # fmt: skip
    out.emit({"member": number, "name": name})
    out.say(mark("{name} belongs to the household."), name=name)
    if not told.account:
        words = mark(
            "Without a mailbox here: `facteur household link {name}` makes a private link."
        )
        out.say(words, name=name)


def _edit(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (name,) = told.fitting(out, "edit NAME [--role ROLE] [--account ADDRESS] [--iban IBAN]", 1)
    iban = "" if is_none(told.iban) else iban_of(out, told.iban)
    carried_by = "" if is_none(told.carried_by) else told.carried_by
    change = Change(told.role, iban, told.account, carried_by)
    if change == Change():
        words = mark("Say what to change: --role, --account, --iban or --carried-by.")
        raise UsageWrong(why=out.words(words))
    change_member(session, actor, name, change)
    _done(out, name)


def _leave(out: Out, session: Session, actor: Actor, told: Told) -> None:
    name, *days = told.fitting(out, "leave NAME [DAY]", 1, 2)
    move_out(session, actor, name, day_at(out, days, 0) or told.on)
    _done(out, name)


def _remove(out: Out, session: Session, actor: Actor, told: Told) -> None:
    name, *days = told.fitting(out, "remove NAME [LAST_DAY]", 1, 2)
    remove_member(session, actor, name, day_at(out, days, 0) or told.on)
    out.emit({"removed": name})
    words = mark(
        "{name} does not belong to the household any more; what was shared until now stays written."
    )
    out.say(words, name=name)


def _rejoin(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (name,) = told.fitting(out, "rejoin NAME [--role ROLE] [--since DAY]", 1)
    number = rejoin(session, actor, name, told.since or told.on, told.role or Role.MEMBER)
    out.emit({"member": number, "name": name})
    out.say(mark("{name} belongs to the household."), name=name)


def _days(kind: Stay) -> Act:
    def act(out: Out, session: Session, actor: Actor, told: Told) -> None:
        name, *days = told.fitting(out, f"{kind.value} NAME FIRST_DAY [LAST_DAY]", 2, 3)
        number = set_days(session, actor, name, kind, (day_at(out, days, 0), day_at(out, days, 1)))
        out.emit({"days": number, "member": name, "kind": kind.value})
        words = mark("Written down; `facteur household forget {id}` takes it away.")
        out.say(words, id=number)

    return act


def _forget(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (number,) = told.fitting(out, "forget NUMBER", 1)
    forget_days(session, actor, number_of(out, number))
    _done(out, number)


def _meter(out: Out, session: Session, actor: Actor, told: Told) -> None:
    meter, *whose, value = told.fitting(out, "meter WHAT [NAME] VALUE [--on DAY]", 2, 3)
    name = whose[0] if whose else MAIN
    write_reading(session, actor, meter, name, on=told.on, value=meter_value(out, value))
    _done(out, meter)


def _link(out: Out, session: Session, actor: Actor, told: Told) -> None:
    name, *bills = told.fitting(out, "link NAME [BILL]", 1, 2)
    bill_id = number_of(out, bills[0]) if bills else None
    if bill_id is None:
        secret = new_link(session, actor, name)
        words = mark("{name}’s private link, for all that is theirs, shown this once: {link}")
    else:
        keys, now = told.wiring.secrets, datetime.now(UTC)
        secret = share_link(session, actor, keys, (name, bill_id), bank_day(now))
        words = mark("{name}’s link to this one share, good for {days} days: {link}")
    settings, path = told.wiring.settings, f"/s/{secret}"
    public, here = settings.link(path), link_here(settings, path)
    row = {"member": name, "bill": bill_id, "secret": secret, "link": public or None, "here": here}
    out.emit(row)
    out.say(words, name=name, days=DAYS, link=public or here)
    if not public:
        out.say(
            mark(
                "It opens on this machine while `facteur serve` runs; for others, say where they reach it: "
                "`facteur serve --address https://…`"
            )
        )


def _unlink(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (name,) = told.fitting(out, "unlink NAME", 1)
    drop_link(session, actor, name)
    _done(out, name)


def _drop_rule(out: Out, session: Session, actor: Actor, told: Told) -> None:
    (number,) = told.fitting(out, "drop-rule NUMBER", 1)
    drop_rule(session, actor, number_of(out, number))
    _done(out, number)


def _statement(out: Out, session: Session, actor: Actor, told: Told) -> None:
    name, month = told.fitting(out, "statement NAME MONTH --out FOLDER", 2)
    write_statement(out, session, actor, (name, month), told.folder or Path())


def _done(out: Out, what: str) -> None:
    out.emit({"done": what})
    out.say(mark("Done: {what}."), what=what)


ACTS: dict[str, Act] = {
    "add": _add,
    "edit": _edit,
    "leave": _leave,
    "remove": _remove,
    "rejoin": _rejoin,
    "away": _days(Stay.AWAY),
    "stay": _days(Stay.STAY),
    "forget": _forget,
    "meter": _meter,
    "link": _link,
    "unlink": _unlink,
    "drop-rule": _drop_rule,
    "statement": _statement,
}
