"""From what the person typed to a Login: known providers fill in what was not said."""

from dataclasses import dataclass
from pathlib import Path

from inbox.login import Login, Secret
from inbox.providers import Provider, SignIn, provider_of
from models.errors.files import FileUnreadable
from models.security import Security

_USUAL_PORT = {Security.TLS: 993, Security.STARTTLS: 143, Security.PLAIN: 143}


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of `facteur connect`; None leaves it to the provider's own way."""

    address: str
    host: str | None = None
    port: int | None = None
    user: str | None = None
    security: Security | None = None
    ca: Path | None = None

    @property
    def provider(self) -> Provider:
        """The provider of the address, or a guess."""
        return provider_of(self.address)

    @property
    def needs_browser(self) -> bool:
        """True when the provider takes no passwords and no other host was named."""
        return self.host is None and self.provider.sign_in is SignIn.OAUTH

    def ca_pem(self) -> str | None:
        """The text of the authority's file. Raises FileUnreadable."""
        if self.ca is None:
            return None
        try:
            return self.ca.read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as cause:
            raise FileUnreadable(file=str(self.ca)) from cause

    def login(self, secret: Secret) -> Login:
        """The Login: what was said, else what the provider needs."""
        known = self.provider
        security = self.security or (known.security if self.host is None else Security.TLS)
        port = known.port if self.host is None and self.security is None else _USUAL_PORT[security]
        own_user = known.user_of(self.address) if self.host is None else self.address
        return Login(
            address=self.address,
            host=self.host or known.host,
            port=self.port or port,
            security=security,
            user=self.user or own_user,
            secret=secret,
            ca_pem=self.ca_pem(),
        )
