"""Whatever a stranger writes, a mail has our headers and no others."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors.sending import ChannelRefused
from models.mail import Address
from notify.channels.smtp.compose import compose
from notify.mail_address import plain_address
from notify.notice import LONGEST_TITLE, Notice, Sender, Thread, key_of
from tests.notify.notices import ALICE, MORNING, notice
from tests.pay.orders import hostile

_HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "Facteur-Notice"]
_ENCODED = st.sampled_from(
    ("=?utf-8?q?a=0D=0ABcc:_x=40y?=", "=?utf-8?b?DQpCY2M6IHg=?=", "=?", "?=", "\r\nBcc: eve@x.org")
)
strange = st.lists(st.one_of(hostile, _ENCODED), min_size=1, max_size=6).map("".join)


def names(data: bytes) -> list[str]:
    """The headers up to those of the body."""
    found = list(message_from_bytes(data, policy=default))
    return found[: found.index("MIME-Version")] if "MIME-Version" in found else found


@given(title=strange, name=strange, text=strange, reference=strange)
@settings(max_examples=150, deadline=None)
def test_hostile_words_never_change_a_header(
    title: str, name: str, text: str, reference: str
) -> None:
    mail = notice(title="A" + title, text="B" + text, thread=Thread((reference, "<a@b>")))
    composed = compose(mail, Sender(Address(name, "alice@example.org"), MORNING))
    wanted = [*_HEADERS, "In-Reply-To", "References", "Auto-Submitted"]
    assert names(composed.data) == wanted
    read = message_from_bytes(composed.data)
    assert parseaddr(read["From"])[1] == "alice@example.org"
    assert read["To"] == "bob@example.org"
    assert read["References"].split() == ["<a@b>"]
    assert str(make_header(decode_header(read["Subject"]))) == mail.title
    assert all(len(line) <= 998 for line in composed.data.split(b"\r\n"))
    assert b"\n" not in composed.data.replace(b"\r\n", b"")
    assert composed.data.isascii()
    assert (composed.sender, composed.recipient) == ("alice@example.org", "bob@example.org")


@given(title=strange, text=strange)
@settings(max_examples=60, deadline=None)
def test_what_is_read_is_what_was_written(title: str, text: str) -> None:
    mail = notice(title="A" + title, text="B" + text, html="")
    read = message_from_bytes(compose(mail, ALICE).data, policy=default)
    assert read.get_content().replace("\r\n", "\n").removesuffix("\n") == mail.text
    assert len(mail.title) <= LONGEST_TITLE
    assert len(mail.title.splitlines()) == 1


@pytest.mark.parametrize(
    "address",
    [
        "", "bob", "bob@", "@example.org", "a@b\r\nRCPT TO:<eve@x.org>", "a b@example.org",
        '"a"@example.org', "<bob@example.org>", "bob@example.org>", "bob@[127.0.0.1]", "bób@example.org",
        "a@b@example.org", "bob@-x.org", "bob@x..org", f"{'a' * 65}@example.org",
        f"a@{'b.' * 130}org", "bob@example.org, eve@x.org", "bob@example.org\0", ".bob@example.org",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert plain_address(address) == ""
    with pytest.raises(ChannelRefused):
        compose(notice(to=address), ALICE)


def test_an_address_keeps_its_name_and_its_domain_is_written_in_ascii() -> None:
    assert plain_address("Bob+x@Exämple.ORG") == "Bob+x@xn--exmple-cua.org"


def test_the_same_key_makes_the_same_message_id_another_one_another() -> None:
    first, again, other = (compose(notice(n), ALICE).message_id for n in (1, 1, 2))
    assert first == again != other
    assert key_of("ab", "c") != key_of("a", "bc")


def test_a_long_conversation_keeps_its_first_and_its_latest() -> None:
    ids = tuple(f"<{n}@x.org>" for n in range(50))
    kept = Thread(ids).ids
    assert kept[0] == "<0@x.org>"
    assert kept[-1] == "<49@x.org>"
    assert len(kept) == 20
    read = message_from_bytes(compose(notice(thread=Thread(ids)), ALICE).data)
    assert read["In-Reply-To"] == "<49@x.org>"
    assert read["References"].split() == list(kept)


def test_a_long_message_id_is_written_whole() -> None:
    long = f"<{'a' * 110}@{'b' * 110}.org>"
    data = compose(notice(thread=Thread((long,))), ALICE).data
    assert f"\r\nIn-Reply-To: {long}\r\n".encode() in data


def test_a_person_who_clicked_is_no_robot_and_a_reminder_is_one() -> None:
    assert b"Auto-Submitted: auto-generated" in compose(notice(), ALICE).data
    assert b"Auto-Submitted" not in compose(notice(by_machine=False), ALICE).data


def test_answers_go_where_they_should() -> None:
    data = compose(notice(reply_to="alice+t@example.org"), ALICE).data
    assert b"\r\nReply-To: alice+t@example.org\r\n" in data


@pytest.mark.parametrize("change", [{"key": "A B"}, {"title": "\u202e\n"}, {"text": "\u200b"}])
def test_a_message_that_says_nothing_is_none(change: dict[str, Any]) -> None:
    with pytest.raises(ChannelRefused):
        notice(**change)


def test_a_notice_does_not_show_what_may_be_secret() -> None:
    shown = repr(Notice("a" * 8, "ntfy://token@host", "Title", "amount 12 €"))
    assert "token" not in shown
    assert "12" not in shown
