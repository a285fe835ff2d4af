"""The household on the screen and for scripts."""

from datetime import date

from sqlalchemy.orm import Session

from cli.output import Out
from flow.household.calendar import days_of
from flow.household.rights import Actor, members_of, present
from flow.household.rules import rules_of
from models.tables import Household, Member, Role, Stay
from models.words import mark
from pay.shares.standing import STANDING

ROLE_WORDS = {
    Role.VIEWER: mark("viewer"),
    Role.MEMBER: mark("member"),
    Role.APPROVER: mark("approver"),
    Role.OWNER: mark("owner"),
}
_STAY_WORDS = {Stay.STAY: mark("lives here"), Stay.AWAY: mark("is away")}
_HOW_WORDS = {
    "equal": mark("equally"),
    "weights": mark("in parts"),
    "percent": mark("in percent"),
    "income": mark("by income"),
    "amounts": mark("exact amounts"),
    "days": mark("by days here"),
    "meter": mark("by meter"),
}


def show_household(out: Out, session: Session, actor: Actor) -> None:
    """Members, the calendar and the standing rules."""
    house = session.get_one(Household, actor.household_id)
    members = members_of(session, actor)
    names = {number: member.name for number, member in members.items()}
    out.emit({"household": house.id, "name": house.name})
    out.say(mark("{name} (household {id})"), name=house.name, id=house.id)
    for member in members.values():
        out.emit({"member": member.id, **_member(member, names)})
    out.table(
        (mark("Member"), mark("Right"), mark("IBAN"), mark("Paid for by"), mark("Link")),
        [_row(out, member, names) for member in present(members).values()],
    )
    gone = ", ".join(member.name for member in members.values() if member.left_at)
    if gone:
        out.say(mark("Left: {names}."), names=gone)
    _show_days(out, session, actor, names)
    _show_rules(out, session, actor, names)
    if len(present(members)) == 1:
        out.say(mark("You are alone here: `facteur household add NAME` adds somebody."))


def _member(member: Member, names: dict[int, str]) -> dict[str, object]:
    return {
        "name": member.name, "role": member.role.value, "iban": member.iban,
        "carried_by": names[member.carried_by_id] if member.carried_by_id else None,
        "link": member.link_sha256 is not None,
        "left_at": member.left_at.isoformat() if member.left_at else None,
    }  # fmt: skip


def _row(out: Out, member: Member, names: dict[int, str]) -> tuple[str, ...]:
    return (
        member.name,
        out.words(ROLE_WORDS[member.role]),
        member.iban or "",
        names[member.carried_by_id] if member.carried_by_id else "",
        out.words(mark("yes") if member.link_sha256 else mark("no")),
    )


def _show_days(out: Out, session: Session, actor: Actor, names: dict[int, str]) -> None:
    rows = days_of(session, actor.household_id)
    for row in rows:
        out.emit(
            {
                "days": row.id, "member": names[row.member_id], "kind": row.kind.value,
                "first": _iso(row.first) or None, "last": _iso(row.last) or None,
            }
        )  # fmt: skip
    told = [row for row in rows if row.first or row.last]
    if told:
        out.table(
            (mark("Id"), mark("Member"), mark("Days"), mark("First"), mark("Last")),
            [
                (
                    str(row.id),
                    names[row.member_id],
                    out.words(_STAY_WORDS[row.kind]),
                    _iso(row.first),
                    _iso(row.last),
                )
                for row in told
            ],
        )


def _show_rules(out: Out, session: Session, actor: Actor, names: dict[int, str]) -> None:
    rows = rules_of(session, actor.household_id)
    ways = {row.id: STANDING.read(row.rule).rule.how for row in rows}
    for row in rows:
        out.emit(
            {
                "rule": row.id,
                "biller": row.biller,
                "member": names[row.member_id],
                "how": ways[row.id],
            }
        )
    if rows:
        out.table(
            (mark("Rule"), mark("Biller"), mark("Bills of"), mark("How")),
            [
                (str(row.id), row.biller, names[row.member_id], out.words(_HOW_WORDS[ways[row.id]]))
                for row in rows
            ],
        )
    else:
        out.say(mark("No biller has a rule yet: `facteur split ID --equal --rule` makes one."))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
