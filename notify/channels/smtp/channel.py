"""Mail through the person's own server: one connection for many messages."""

import smtplib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.errors.problem import Problem
from models.errors.sending import ChannelRefused, MailDeferred, MailUnsure
from models.payment_text import one_line
from models.said import Said, said
from models.words import mark
from notify.channels.smtp.compose import NO_ADDRESS, Composed, compose
from notify.channels.smtp.faults import GOING, LINE_ERRORS, refusal
from notify.channels.smtp.line import hang_up, open_line
from notify.mail_address import plain_address
from notify.notice import Delivery, Fate, Notice, Sender
from notify.post_office import PostOffice

PROVEN_AGAINST = mark(
    "aiosmtpd (plain, STARTTLS, TLS, PLAIN and LOGIN) and a scripted server of our own"
)
_TAKEN = range(200, 300)
_REFUSED = 400
_NOT_NOW = 451
_LEAST = 200
"""What is below is no answer: smtplib says -1 for one without a number."""


@dataclass(frozen=True, slots=True)
class Smtp:
    """Sends mail."""

    name: str = "email"
    proven_against: str = PROVEN_AGAINST
    private: bool = True

    def refuses(self, to: str) -> Said | None:
        """Why no mail goes to `to`."""
        return None if plain_address(to) else said(NO_ADDRESS, address=one_line(to, 80))

    def send(
        self, notices: Sequence[Notice], sender: Sender, office: PostOffice | None = None
    ) -> Iterator[Delivery]:
        """One mail a notice, over one connection as long as it lasts; see the contract."""
        if office is None:
            raise ChannelRefused(why=mark("no mail server to send through is set up"))
        window = _Window(office)
        try:
            for notice in notices:
                yield _sent(window, notice, sender)
        finally:
            window.close()


def _sent(window: "_Window", notice: Notice, sender: Sender) -> Delivery:
    try:
        mail = compose(notice, sender)
    except Problem as problem:
        return Delivery(notice.key, Fate.REFUSED, problem=problem)
    try:
        problem_met = window.hand_over(mail)
    except MailUnsure as problem:
        return Delivery(notice.key, Fate.UNKNOWN, mail.message_id, problem)
    if problem_met is None:
        return Delivery(notice.key, Fate.ACCEPTED, mail.message_id)
    fate = Fate.REFUSED if problem_met.permanent else Fate.LATER
    return Delivery(notice.key, fate, mail.message_id, problem_met)


class _Gone(Exception):  # noqa: N818 - not an error yet: the line is opened again
    """The line went away before the message was begun."""


@dataclass(slots=True)
class _Window:
    """Where mail is handed over: opens a line when it is needed, again when it was closed."""

    office: PostOffice
    line: smtplib.SMTP | None = field(default=None, init=False)

    def hand_over(self, mail: Composed) -> Problem | None:
        """None when it was taken, else why not.

        A line that waited since the last message may be closed by now: it is opened again once, which
        doubles nothing, for the message itself was not yet sent. Raises MailUnsure and what `open_line`
        raises.
        """
        waited = self.line is not None
        try:
            return self._try(mail)
        except _Gone:
            self._drop()
            if not waited:
                return MailDeferred(host=self.office.host, said=str(GOING))
        try:
            return self._try(mail)
        except _Gone:
            self._drop()
            return MailDeferred(host=self.office.host, said=str(GOING))

    def close(self) -> None:
        """Say goodbye."""
        line, self.line = self.line, None
        if line is not None:
            hang_up(line)

    def _drop(self) -> None:
        if self.line is not None:
            self.line.close()
        self.line = None

    def _try(self, mail: Composed) -> Problem | None:
        if self.line is None:
            self.line = open_line(self.office)
        line = self.line
        try:
            refused = _envelope(line, mail, self.office)
        except LINE_ERRORS as error:
            raise _Gone from error
        return refused or self._content(line, mail)

    def _content(self, line: smtplib.SMTP, mail: Composed) -> Problem | None:
        """From here on a silence leaves it open whether the message was taken."""
        try:
            code, text = _data(line, mail.data)
        except LINE_ERRORS as error:
            self._drop()
            raise MailUnsure(host=self.office.host) from error
        if code in _TAKEN:
            return None
        if code < _LEAST:
            self._drop()
            raise MailUnsure(host=self.office.host)
        _reset(line)
        return refusal(self.office, code, text)


def _envelope(line: smtplib.SMTP, mail: Composed, office: PostOffice) -> Problem | None:
    """MAIL and RCPT. A 421 here says that the line is gone, nothing of the message."""
    size = [f"size={len(mail.data)}"] if line.has_extn("size") else []
    for code, text in _steps(line, mail, size):
        if code == GOING:
            raise smtplib.SMTPServerDisconnected("421")
        if code not in _TAKEN:
            _reset(line)
            return refusal(office, code, text)
    return None


def _steps(line: smtplib.SMTP, mail: Composed, size: list[str]) -> Iterator[tuple[int, bytes]]:
    yield line.mail(mail.sender, size)
    yield line.rcpt(mail.recipient)


def _data(line: smtplib.SMTP, data: bytes) -> tuple[int, bytes | str]:
    """The answer to the message; or to DATA itself, where anything but "go on" is a refusal."""
    try:
        return line.data(data)
    except smtplib.SMTPDataError as error:
        refused = error.smtp_code >= _REFUSED
        return error.smtp_code if refused else _NOT_NOW, error.smtp_error


def _reset(line: smtplib.SMTP) -> None:
    """So that the next message starts anew; a line that cannot is found out by the next one."""
    try:
        line.rset()
    except LINE_ERRORS:
        line.close()
