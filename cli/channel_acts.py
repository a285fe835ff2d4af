"""What `facteur channel ACTION` does: one function an action, each with the form it is written in."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cli.authority import authority_text
from cli.channel_shown import emit_outlet, say_carried
from cli.options import asks
from cli.output import Out
from cli.questions import typed
from flow.reminding.reasons import people_named
from flow.sending.carry import carry
from flow.sending.mail_account import (
    MailAsked,
    add_mail,
    may_send_as,
    office_proposed,
    proposed_address,
    signs_in_itself,
)
from flow.sending.set_up import ServiceAsked, add_service, free_name, remove_outlet, try_outlet
from flow.sending.told import dropped, known
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.security import Security, must_encrypt
from models.words import mark

_MOST_SECRET = 10_000
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Asked:
    """The words and options that were typed after the action."""

    words: tuple[str, ...]
    name: str | None
    host: str | None
    port: int | None
    user: str | None
    security: Security | None
    ca: Path | None
    amounts: bool
    to: str
    no_login: bool
    password_stdin: bool
    url_stdin: bool

    def one(self, out: Out, form: str) -> str:
        """The only word. Raises UsageWrong, which shows the form."""
        if len(self.words) != 1:
            written = f"facteur channel {form}"
            raise UsageWrong(why=out.words(mark("Write it as: {form}"), form=written))
        return self.words[0]


Act = Callable[[Out, Wiring, Asked], None]


def _add(out: Out, wiring: Wiring, asked: Asked) -> None:
    what = asked.words[0] if asked.words else ""
    if what == "mail" and len(asked.words) <= 2:  # noqa: PLR2004 - the word and an address
        _add_mail(out, wiring, asked)
    elif what == "service" and len(asked.words) == 1:
        _add_service(out, wiring, asked)
    else:
        form = "facteur channel add mail [ADDRESS], facteur channel add service"
        raise UsageWrong(why=out.words(mark("Write it as: {form}"), form=form))


def _add_mail(out: Out, wiring: Wiring, asked: Asked) -> None:
    address = asked.words[1] if len(asked.words) > 1 else proposed_address(wiring)
    if not address:
        raise UsageWrong(
            why=out.words(mark("Say your address: facteur channel add mail you@example.org"))
        )
    may_send_as(wiring, address)
    ca_pem = authority_text(asked.ca)
    wanted = MailAsked(
        address, asked.name or "", asked.host, asked.port, asked.security, asked.user, None, ca_pem,
        asked.no_login,
    )  # fmt: skip
    office = office_proposed(wiring, wanted)
    must_encrypt(office.security, office.host)
    password = _password(out, wiring, wanted, from_stdin=asked.password_stdin)
    out.say(mark("Signing in at {host}, port {port} …"), host=office.host, port=office.port)
    row = add_mail(
        wiring,
        MailAsked(
            address, wanted.sender, office.host, office.port, office.security, wanted.user, password,
            office.ca_pem, asked.no_login,
        ),
        datetime.now(UTC),
    )  # fmt: skip
    emit_outlet(out, row)
    out.say(mark("Mail will be sent as {address}, through your own account."), address=row.name)
    words = mark(
        "`facteur channel test {address}` sends a test to yourself; then `facteur remind`."
    )
    out.say(words, address=row.name)


def _password(out: Out, wiring: Wiring, wanted: MailAsked, *, from_stdin: bool) -> str | None:
    """As typed; None takes the connected mailbox's own, or none is asked for. Raises UsageWrong."""
    if from_stdin:
        return _line(out, mark("The password is empty."))
    if wanted.no_login:
        return None
    if signs_in_itself(wiring, wanted.address):
        out.say(mark("Signing in as the connected mailbox {address} does."), address=wanted.address)
        return None
    if not asks():
        why = mark("Give the password with --password-stdin, or say --no-login.")
        raise UsageWrong(why=out.words(why))
    return typed(out, out.words(mark("Password")), hide_input=True)


def _add_service(out: Out, wiring: Wiring, asked: Asked) -> None:
    """The URL holds a secret: it is read as a password is."""
    (whom,) = people_named(wiring, [asked.to])
    if asked.name:
        free_name(wiring, asked.name)
    if asked.url_stdin:
        url = _line(out, mark("The URL is empty."))
    elif asks():
        words = mark("URL of the service, as ntfy://ntfy.sh/your-topic")
        url = typed(out, out.words(words), hide_input=True).strip()
    else:
        why = mark("The URL holds a secret: give it with --url-stdin.")
        raise UsageWrong(why=out.words(why))
    member_id = None if whom.is_here else whom.member_id
    wanted = ServiceAsked(url, asked.name or "", asked.amounts, member_id)
    row = add_service(wiring, wanted, datetime.now(UTC))
    emit_outlet(out, row)
    if whom.is_here:
        out.say(
            mark("A test was sent. Reminders will reach you there, too: {name}."), name=row.name
        )
    else:
        words = mark("A test was sent. Reminders will reach {who} there: {name}.")
        out.say(words, who=whom.name, name=row.name)
    if not row.amounts:
        out.say(mark("They tell no amounts there; --amounts would."))


def _test(out: Out, wiring: Wiring, asked: Asked) -> None:
    name = asked.one(out, "test NAME")
    done = try_outlet(wiring, name, datetime.now(UTC))
    if done.problem is not None:
        raise done.problem
    out.emit({"channel": name, "test": done.fate.value})
    out.say(mark("A test left through {name}: look whether it came."), name=name)


def _remove(out: Out, wiring: Wiring, asked: Asked) -> None:
    name = asked.one(out, "remove NAME")
    remove_outlet(wiring, name, datetime.now(UTC))
    out.emit({"removed": name})
    out.say(mark("{name} is removed, its secret forgotten."), name=name)


def _again(out: Out, wiring: Wiring, asked: Asked) -> None:
    number = known(wiring, _number(out, asked.one(out, "again NUMBER")))
    say_carried(out, carry(wiring, number, datetime.now(UTC), again=True))


def _drop(out: Out, wiring: Wiring, asked: Asked) -> None:
    number = _number(out, asked.one(out, "drop NUMBER"))
    dropped(wiring, number, datetime.now(UTC))
    out.emit({"dropped": number})
    out.say(mark("Message {id} is called off: it will not be sent."), id=number)


ACTS: dict[str, Act] = {
    "add": _add,
    "test": _test,
    "remove": _remove,
    "again": _again,
    "drop": _drop,
}


def _line(out: Out, empty: str) -> str:
    found = sys.stdin.readline(_MOST_SECRET).rstrip("\r\n")
    if not found:
        raise UsageWrong(why=out.words(empty))
    return found


def _number(out: Out, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise UsageWrong(why=out.words(mark("{number} is no id."), number=text[:40]))
    return int(text)
