"""Mailboxes: logins, servers, folders, moves."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class LoginRefused(Problem):
    sentence = mark(
        "{host} refused the password of {user}: check it, or make an app password "
        "(see “Connect your mailbox” in the README)."
    )


class LoginThrottled(Problem):
    sentence = mark(
        "{host} asks to wait before signing in again; Facteur will try later by itself."
    )
    permanent = False


class HostUnknown(Problem):
    sentence = mark("No server is called {host}: check the name after --host and your connection.")
    permanent = False


class ConnectionRefused(Problem):
    sentence = mark(
        "Nothing answers at {host} port {port}: check --host, --port and your connection."
    )
    permanent = False


class CertificateUntrusted(Reasoned):
    sentence = mark(
        "The certificate of {host} cannot be verified ({why}); if the server is your own, "
        "name its authority with --ca FILE."
    )


class EncryptionMissing(Problem):
    """what: "TLS" or "STARTTLS"."""

    sentence = mark(
        "{host} speaks no {what} at port {port}: check --port, --tls and --starttls. "
        "Usual are 993 or 465 with --tls, 143 or 587 with --starttls."
    )


class SignInNotOffered(Problem):
    sentence = mark(
        "{host} takes no password this way: say --starttls or --tls, or --no-login where it asks "
        "for none."
    )


class PlainRefused(Problem):
    sentence = mark("--plain would send the password in clear to {host}: use --tls or --starttls.")


class ServerGone(Problem):
    sentence = mark(
        "{host} closed the connection; nothing is lost, the next sync goes on from here."
    )
    permanent = False


class ServerMisbehaved(Problem):
    sentence = mark("{host} gave an answer that makes no sense; the next sync tries again.")
    permanent = False


class FolderMissing(Problem):
    sentence = mark("There is no folder “{folder}” in this mailbox: `facteur connect` lists them.")


class FolderRefused(Problem):
    sentence = mark("{host} did not allow the folder “{folder}” to be made: {why}.")


class TokenExpired(Problem):
    sentence = mark(
        "The permission to read {user} has expired: run `facteur connect {user}` again."
    )


class SignInPending(Problem):
    sentence = mark("The sign-in is not finished yet: open {url} and type {user_code}.")
    permanent = False


class SignInDeclined(Problem):
    sentence = mark("The sign-in was declined or ran out of time: run `facteur connect` again.")


class MailboxBusy(Problem):
    sentence = mark("Another Facteur is reading this mailbox: let it finish, or stop it first.")
    permanent = False


class MailboxApart(Problem):
    sentence = mark(
        "The mailbox of bill {id} belongs to nobody in the household: "
        "`facteur household edit NAME --account ADDRESS` says whose it is."
    )


class NothingToUndo(Problem):
    sentence = mark("There is no filing to take back.")


class UndoFailed(Problem):
    sentence = mark(
        "The mail is no longer where Facteur filed it: look for it in your mail program."
    )
