"""Where mail is handed in, from where it is fetched: so that nobody has to look up a second server.

Written from the providers' public help pages of 2024 to 2026. Who is not in the table is guessed as most
are: imap.DOMAIN fetches, smtp.DOMAIN takes, on port 465 with TLS (RFC 8314 section 3.3).
"""

from models.security import Security, is_loopback
from notify.post_office import PostOffice

_TLS = 465
_STARTTLS = 587
_BRIDGE = 1025
"""Where Proton's bridge takes mail on this machine."""

_OTHERS: dict[str, tuple[str, int, Security]] = {
    "outlook.office365.com": ("smtp-mail.outlook.com", _STARTTLS, Security.STARTTLS),
    "imap.mail.me.com": ("smtp.mail.me.com", _STARTTLS, Security.STARTTLS),
    "imap4.bbox.fr": ("smtp.bbox.fr", _STARTTLS, Security.STARTTLS),
    "imap.gmx.com": ("mail.gmx.com", _TLS, Security.TLS),
    "imap.gmx.net": ("mail.gmx.net", _TLS, Security.TLS),
    "imap.web.de": ("smtp.web.de", _STARTTLS, Security.STARTTLS),
    "imaps.bluewin.ch": ("smtpauths.bluewin.ch", _TLS, Security.TLS),
    "secureimap.t-online.de": ("securesmtp.t-online.de", _TLS, Security.TLS),
}
"""The IMAP servers whose submission server has another name or port than the usual guess."""


def office_beside(imap_host: str) -> PostOffice:
    """The likely submission server of a mailbox, without credentials; the person may name another."""
    host = imap_host.lower()
    if is_loopback(host):
        return PostOffice(host, _BRIDGE, Security.STARTTLS)
    if host in _OTHERS:
        return PostOffice(*_OTHERS[host])
    guess = f"smtp.{host.removeprefix('imap.')}" if host.startswith("imap.") else host
    return PostOffice(guess, _TLS, Security.TLS)
