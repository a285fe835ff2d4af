"""Other services (ntfy, Gotify, Matrix, Free Mobile …) through Apprise, by the person's own URL.

Only services that carry a message to its reader alone: Apprise knows 173, and some of them publish
(Mastodon, Reddit), write to this machine's own desktop, or send mail past our own channel.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from apprise import Apprise, AppriseAsset
from apprise.result import AppriseResultStatus

from models.errors.problem import Problem
from models.errors.providers import ServiceFailed
from models.errors.sending import ChannelRefused, MailUnsure
from models.said import Said, said
from models.words import mark
from notify.notice import Delivery, Fate, Notice, Sender
from notify.post_office import PostOffice

PROVEN_AGAINST = mark("loopback servers of our own that take what ntfy, Gotify and JSON hooks take")

SCHEMES: Final = (
    "apprise", "apprises", "bark", "barks", "deltachat", "discord", "freemobile", "gotify", "gotifys",
    "hassio", "hassios", "join", "json", "jsons", "matrix", "matrixs", "mmost", "mmosts", "nctalk",
    "nctalks", "ncloud", "nclouds", "ntfy", "ntfys", "pbul", "pover", "prowl", "rocket", "rockets", "sfr",
    "signal", "signals", "simplepush", "slack", "tgram", "threema", "whatsapp", "workflow", "wxteams",
    "zulip",
)  # fmt: skip
"""What a URL may begin with."""
_NO_SERVICE = mark("this is not the URL of a service that Facteur sends to")
_LONGEST_URL = 2_000
_MOST_CHARACTERS = 2_000
_SECONDS = 30.0

# Their lines quote addresses, and the address of a service holds its token.
logging.getLogger("apprise").addFilter(lambda _record: False)
logging.getLogger("urllib3").setLevel(logging.INFO)


@dataclass(frozen=True, slots=True)
class AppriseServices:
    """Sends short texts. Its services' owners read them: no amounts by default."""

    name: str = "apprise"
    proven_against: str = PROVEN_AGAINST
    private: bool = False

    def refuses(self, to: str) -> Said | None:
        """Why nothing goes to this URL. It is not quoted: it may hold a secret."""
        scheme = _scheme(to)
        if scheme not in SCHEMES:
            return said(_NO_SERVICE)
        if len(to) > _LONGEST_URL or not to.isprintable() or _opened(to) is None:
            return said(mark("the URL of this {service} service is not complete"), service=scheme)
        return None

    def send(
        self,
        notices: Sequence[Notice],
        sender: Sender,  # noqa: ARG002 - contract
        office: PostOffice | None = None,  # noqa: ARG002 - contract
    ) -> Iterator[Delivery]:
        """One short message a notice; see the contract. Services know no keys: a copy shows twice."""
        for notice in notices:
            yield self._sent(notice)

    def _sent(self, notice: Notice) -> Delivery:
        why = self.refuses(notice.to)
        service = None if why else _opened(notice.to)
        if service is None:
            return Delivery(notice.key, Fate.REFUSED, problem=_refused(why))
        result = service.notify(notice.text, notice.title, body_format="text")
        if result:
            return Delivery(notice.key, Fate.ACCEPTED)
        scheme = _scheme(notice.to)
        if result.status is AppriseResultStatus.TIMEOUT:
            return Delivery(notice.key, Fate.UNKNOWN, problem=MailUnsure(host=scheme))
        return Delivery(notice.key, Fate.LATER, problem=ServiceFailed(service=scheme))


def _refused(why: Said | None) -> Problem:
    found = why or said(_NO_SERVICE)
    return ChannelRefused(why=found.sentence, **found.plain())


def _scheme(url: str) -> str:
    return url.partition("://")[0].lower() if "://" in url else ""


def _opened(url: str) -> Apprise | None:
    """One service; None when its URL is not whole. A list of URLs is no URL."""
    service = Apprise.instantiate(url, asset=_asset())
    if service is None:
        return None
    alone = Apprise(asset=_asset())
    alone.add(service)
    return alone


def _asset() -> AppriseAsset:
    """Nothing kept on disk, no pictures from other hosts, no redirects, words sent as they are."""
    return AppriseAsset(
        storage_mode="memory",
        allow_templates=False,
        service_timeout=_SECONDS,
        payload_max_size=_MOST_CHARACTERS,
        async_mode=False,
        interpret_emojis=False,
        http_redirects=False,
        image_url_mask=None,
        image_url_logo=None,
        image_path_mask=None,
        app_id="Facteur",
        app_desc="Facteur",
        app_url="",
    )
