"""How a connection is to be protected, as the person says it: TLS or not, and whom they trust."""

import ssl
from pathlib import Path

from cli.output import Out
from models.errors.files import FileUnreadable
from models.errors.settings import AuthorityUnusable
from models.errors.values import UsageWrong
from models.security import Security
from models.words import mark


def authority_text(file: Path | None) -> str | None:
    """Its PEM text, None without a file. Raises AuthorityUnusable, FileUnreadable."""
    if file is None:
        return None
    try:
        ssl.create_default_context(cafile=file)
        return file.read_text(encoding="ascii")
    except ssl.SSLError as cause:
        raise AuthorityUnusable(file=str(file)) from cause
    except (OSError, UnicodeDecodeError) as cause:
        raise FileUnreadable(file=str(file)) from cause


def security_chosen(out: Out, *, tls: bool, starttls: bool, plain: bool) -> Security | None:
    """The one of --tls, --starttls and --plain that was given, None for none. Raises UsageWrong."""
    ways = ((Security.TLS, tls), (Security.STARTTLS, starttls), (Security.PLAIN, plain))
    chosen = [way for way, on in ways if on]
    if len(chosen) > 1:
        raise UsageWrong(why=out.words(mark("Choose one of --tls, --starttls and --plain.")))
    return chosen[0] if chosen else None
