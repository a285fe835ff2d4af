"""Sign in to a submission server, in one try: silent about the secret.

smtplib's own login sends ASCII only, and tries one mechanism after the other: a wrong password would
count two or three times towards the provider's lock-out.
"""

import smtplib
from base64 import b64encode

from models.errors.mailbox import LoginRefused, SignInNotOffered
from notify.channels.smtp.faults import LINE_ERRORS, sign_in_problem
from notify.post_office import Credentials, PostOffice

_DONE = frozenset({235, 503})
"""Signed in, or signed in already."""
_GO_ON = 334


def sign_in(line: smtplib.SMTP, office: PostOffice, credentials: Credentials) -> None:
    """Raises SignInNotOffered, LoginRefused, LoginThrottled, TokenExpired, MailRefused, ConnectionRefused."""
    offered = str(line.esmtp_features.get("auth", "")).upper().split()
    mechanism = next((one for one in _wanted(credentials) if one in offered), None)
    if mechanism is None:
        raise SignInNotOffered(host=office.host)
    if "\0" in credentials.user + credentials.secret:
        raise LoginRefused(host=office.host, user=credentials.user)
    try:
        code, text = _answered(line, mechanism, _answers(mechanism, credentials))
    except LINE_ERRORS as error:
        # Not chained: the cause may quote what was sent.
        raise sign_in_problem(error, office, credentials) from None
    if code not in _DONE:
        refused = smtplib.SMTPAuthenticationError(code, text)
        raise sign_in_problem(refused, office, credentials)


def _wanted(credentials: Credentials) -> tuple[str, ...]:
    return ("XOAUTH2",) if credentials.is_token else ("PLAIN", "LOGIN")


def _answers(mechanism: str, credentials: Credentials) -> tuple[str, ...]:
    user, secret = credentials.user, credentials.secret
    match mechanism:
        case "XOAUTH2":
            return (f"user={user}\1auth=Bearer {secret}\1\1", "")
        case "PLAIN":
            return (f"\0{user}\0{secret}",)
        case _:
            return user, secret


def _answered(line: smtplib.SMTP, mechanism: str, answers: tuple[str, ...]) -> tuple[int, bytes]:
    """The server's last word. RFC 4954 section 4: LOGIN alone takes no answer at once."""
    at_once = mechanism != "LOGIN"
    command = f"{mechanism} {_coded(answers[0])}" if at_once else mechanism
    code, text = line.docmd("AUTH", command)
    for answer in answers[int(at_once) :]:
        if code != _GO_ON:
            break
        code, text = line.docmd(_coded(answer))
    return code, text


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")
