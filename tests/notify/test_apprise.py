"""Other services get the words and nothing else; what is not private is not offered."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from apprise import Apprise, NotifyType

from models.errors.providers import ServiceFailed
from models.errors.sending import ChannelRefused
from notify.channels import apprise_services
from notify.channels.apprise_services import SCHEMES, AppriseServices
from notify.notice import Fate
from tests.notify.hooks import Hooks, hooks
from tests.notify.notices import ALICE, notice

SERVICES = AppriseServices()
TOKEN = "tokenA123456"


@pytest.fixture(scope="module")
def web() -> Iterator[Hooks]:
    with hooks() as server:
        yield server


@pytest.mark.parametrize("url", ["ntfy://a:b@{}/topic", f"gotify://{{}}/{TOKEN}", "json://{}/hook"])
def test_the_words_arrive_as_they_are_and_nothing_from_other_hosts(web: Hooks, url: str) -> None:
    web.got.clear()
    text = "Bonjour {{Bob}} :smile: <b>*28*</b> ${HOME} \\n café"
    told = notice(to=url.format(f"127.0.0.1:{web.port}"), text=text, title="Rappel")
    (done,) = SERVICES.send([told], ALICE)
    assert done.fate is Fate.ACCEPTED
    ((_, body),) = web.got
    said = json.loads(body)
    assert said["message"] == text
    assert said["title"] == "Rappel"
    assert b"http" not in body


def test_a_refusal_is_tried_later_and_the_next_is_sent(web: Hooks) -> None:
    urls = [f"json://127.0.0.1:{web.port}/{path}" for path in ("refused", "ok")]
    done = list(SERVICES.send([notice(n, to=url) for n, url in enumerate(urls)], ALICE))
    assert [one.fate for one in done] == [Fate.LATER, Fate.ACCEPTED]
    assert isinstance(done[0].problem, ServiceFailed)


def test_no_picture_of_another_host_is_named_and_nothing_is_kept_on_disk() -> None:
    asset = apprise_services._asset()
    assert asset.image_url(NotifyType.INFO) is None
    assert asset.image_url(NotifyType.INFO, logo=True) is None
    assert asset.storage_mode.value == "memory"


def test_a_redirect_is_not_followed(web: Hooks) -> None:
    web.got.clear()
    list(SERVICES.send([notice(to=f"json://127.0.0.1:{web.port}/moved")], ALICE))
    assert [path for path, _ in web.got] == ["/moved"]


def test_every_scheme_is_one_that_apprise_knows() -> None:
    known = Apprise().details()["schemas"]
    assert set(SCHEMES) <= {name for one in known for name in _names(one)}


def _names(service: dict[str, Any]) -> set[str]:
    return set(service["protocols"] or ()) | set(service["secure_protocols"] or ())


@pytest.mark.parametrize(
    "url",
    [
        "", "bob@example.org", "mailto://a:b@example.org", "dbus://", "syslog://", "mastodon://t@host",
        "reddit://a", "file:///etc/passwd", "json://", "tgram://short",
        "json://127.0.0.1:1/\nmastodon://t@host", "json://127.0.0.1:1/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_not_private_or_not_whole_is_refused_without_being_quoted(url: str) -> None:
    assert SERVICES.refuses(url) is not None
    (done,) = SERVICES.send([notice(to=url)], ALICE)
    assert done.fate is Fate.REFUSED
    assert isinstance(done.problem, ChannelRefused)
    assert not url or url not in str(done.problem)


def test_several_urls_in_one_are_not_sent_to(web: Hooks) -> None:
    web.got.clear()
    one, other = (f"json://127.0.0.1:{web.port}/{path}" for path in "ab")
    list(SERVICES.send([notice(to=f"{one}, {other}")], ALICE))
    assert len(web.got) <= 1


def test_no_log_line_holds_a_token(web: Hooks, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    list(SERVICES.send([notice(to=f"json://127.0.0.1:{web.port}/refused/{TOKEN}")], ALICE))
    list(SERVICES.send([notice(to=f"json://127.0.0.1:{web.port}/{TOKEN}")], ALICE))
    list(SERVICES.send([notice(to=f"gotify://127.0.0.1:1/{TOKEN}")], ALICE))
    assert TOKEN not in caplog.text
