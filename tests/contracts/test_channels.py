"""What every channel keeps, whatever it carries. A new channel in CHANNELS is tested by being there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.security import Security
from notify.channel import Channel
from notify.notice import Fate
from notify.post_office import PostOffice
from notify.ways import CHANNELS
from tests.notify.hooks import hooks
from tests.notify.notices import ALICE, notice
from tests.notify.post import post

every_channel = pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
_BLANK = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def outside(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PostOffice, dict[str, str]]]:
    """A mail server, and where each channel reaches somebody."""
    folder: Path = tmp_path_factory.mktemp("post")
    with post(folder, Security.PLAIN, auth=False) as (_, office), hooks() as web:
        yield office, {"email": "bob@example.org", "apprise": f"json://127.0.0.1:{web.port}/bob"}


def test_names_are_different_and_every_channel_says_what_it_was_tried_on() -> None:
    assert len({channel.name for channel in CHANNELS}) == len(CHANNELS)
    assert all(channel.proven_against for channel in CHANNELS)


@every_channel
def test_each_notice_gets_its_own_answer_in_order(
    channel: Channel, outside: tuple[PostOffice, dict[str, str]]
) -> None:
    office, addresses = outside
    to = addresses[channel.name]
    assert channel.refuses(to) is None
    told = [notice(1, to=to), notice(2, to="nowhere"), notice(3, to=to)]
    done = list(channel.send(told, ALICE, office))
    assert [one.key for one in done] == [one.key for one in told]
    assert [one.fate for one in done] == [Fate.ACCEPTED, Fate.REFUSED, Fate.ACCEPTED]
    assert [one.problem is None for one in done] == [True, False, True]


@every_channel
@pytest.mark.parametrize("to", ["", "nowhere", "x://y", "bob@", "\0", "a" * 9000, "bob\r\n@x.org"])
def test_what_it_refuses_it_says_in_words_and_does_not_send(
    channel: Channel, to: str, outside: tuple[PostOffice, dict[str, str]]
) -> None:
    why = channel.refuses(to)
    assert why is not None
    assert set(_BLANK.findall(why.sentence)) <= {name for name, _ in why.details}
    assert len(why.told("en").splitlines()) == 1
    (done,) = channel.send([notice(to=to)], ALICE, outside[0])
    assert done.fate is Fate.REFUSED
    assert done.problem is not None
    assert done.problem.permanent
    assert not _BLANK.search(str(done.problem))


@every_channel
def test_nothing_to_send_is_no_error(
    channel: Channel, outside: tuple[PostOffice, dict[str, str]]
) -> None:
    assert list(channel.send([], ALICE, outside[0])) == []
