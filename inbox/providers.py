"""Known mailbox providers: where their server is, what the user name is, how one may sign in.

Written from the providers' public help pages of 2024 to 2026 (sheet "Connect your mailbox"); used
when --host is not given. An unknown domain is guessed as imap.DOMAIN.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.security import Security
from models.words import mark

_APP_PASSWORD = mark(
    "{provider} needs an app password, made in its security settings once two-step sign-in is on; "
    "your usual password is refused."
)
_PASSWORD = mark(
    "{provider} takes the usual password of the mailbox; IMAP may have to be allowed there."
)
_SIGN_IN = mark(
    "{provider} no longer takes passwords: sign in through the browser, which needs the setting "
    "oauth_client_id."
)
_BRIDGE = mark(
    "{provider} is read through its Bridge program on this machine: use the password that Bridge "
    "shows, and --ca with the certificate it exports."
)
_UNKNOWN = mark(
    "If your provider wants an app password, make one in its security settings; if its server is "
    "called otherwise, name it with --host."
)


class SignIn(StrEnum):
    """How a provider lets programs in."""

    PASSWORD = "password"  # noqa: S105 - the name of the method
    APP_PASSWORD = "app_password"  # noqa: S105
    OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class Provider:
    """`local_user`: the user name is what stands before the @. `advice` has {provider} in it."""

    name: str
    host: str
    port: int = 993
    security: Security = Security.TLS
    sign_in: SignIn = SignIn.PASSWORD
    local_user: bool = False
    advice: str = _PASSWORD

    def user_of(self, address: str) -> str:
        """The user name for `address`."""
        return address.rpartition("@")[0] if self.local_user else address


def _app(name: str, host: str, *, local_user: bool = False) -> Provider:
    return Provider(
        name, host, sign_in=SignIn.APP_PASSWORD, advice=_APP_PASSWORD, local_user=local_user
    )


_MICROSOFT = Provider("Outlook", "outlook.office365.com", sign_in=SignIn.OAUTH, advice=_SIGN_IN)
_FREE = Provider("Free", "imap.free.fr", local_user=True)
_PROTON = Provider("Proton", "127.0.0.1", 1143, Security.STARTTLS, advice=_BRIDGE)

_KNOWN: tuple[tuple[Provider, tuple[str, ...]], ...] = (
    (_app("Gmail", "imap.gmail.com"), ("gmail.com", "googlemail.com")),
    (
        _MICROSOFT,
        (
            "outlook.com",
            "outlook.fr",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
        ),
    ),
    (
        _app("Yahoo", "imap.mail.yahoo.com"),
        ("yahoo.com", "yahoo.fr", "ymail.com", "rocketmail.com"),
    ),
    (_app("AOL", "imap.aol.com"), ("aol.com", "aol.fr")),
    (_app("iCloud", "imap.mail.me.com", local_user=True), ("icloud.com", "me.com", "mac.com")),
    (Provider("Orange", "imap.orange.fr"), ("orange.fr", "wanadoo.fr")),
    (_FREE, ("free.fr", "aliceadsl.fr")),
    (Provider("SFR", "imap.sfr.fr"), ("sfr.fr", "neuf.fr", "cegetel.net", "club-internet.fr")),
    (Provider("La Poste", "imap.laposte.net", local_user=True), ("laposte.net",)),
    (Provider("Bouygues Telecom", "imap4.bbox.fr"), ("bbox.fr",)),
    (_app("Fastmail", "imap.fastmail.com"), ("fastmail.com", "fastmail.fm")),
    (_app("GMX", "imap.gmx.com"), ("gmx.com", "gmx.fr")),
    (_app("GMX", "imap.gmx.net"), ("gmx.de", "gmx.net", "gmx.at", "gmx.ch")),
    (_app("WEB.DE", "imap.web.de"), ("web.de",)),
    (Provider("mail.com", "imap.mail.com"), ("mail.com",)),
    (_app("Infomaniak", "mail.infomaniak.com"), ("ik.me", "infomaniak.com", "infomaniak.ch")),
    (Provider("OVHcloud", "ssl0.ovh.net"), ("ovh.fr", "ovh.net")),
    (Provider("Gandi", "mail.gandi.net"), ("gandi.net",)),
    (_PROTON, ("proton.me", "protonmail.com", "protonmail.ch", "pm.me")),
    (Provider("Mailo", "mail.mailo.com"), ("mailo.com", "net-c.com", "net-c.fr")),
    (Provider("Posteo", "posteo.de"), ("posteo.de", "posteo.net")),
    (Provider("mailbox.org", "imap.mailbox.org"), ("mailbox.org",)),
    (_app("Zoho", "imap.zoho.eu"), ("zohomail.eu",)),
    (_app("Zoho", "imap.zoho.com"), ("zohomail.com", "zoho.com")),
    (Provider("Bluewin", "imaps.bluewin.ch"), ("bluewin.ch",)),
    (Provider("T-Online", "secureimap.t-online.de"), ("t-online.de",)),
)

PROVIDERS: dict[str, Provider] = {
    domain: provider for provider, domains in _KNOWN for domain in domains
}


def provider_of(address: str) -> Provider:
    """The provider of `address`; for an unknown domain the usual guess, imap.DOMAIN over TLS."""
    domain = address.rpartition("@")[2].lower()
    known = PROVIDERS.get(domain)
    return known or Provider(domain, f"imap.{domain}", advice=_UNKNOWN)
