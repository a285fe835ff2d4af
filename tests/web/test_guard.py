"""What every answer carries, who may ask, and what never stands in a log or on a page."""

import logging
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flow.household.members import Newcomer, add_member
from tests.web.conftest import WebFlat
from web import shares as shares_module
from web.app import MOST_A_MINUTE, MOST_BODY
from web.guard import hosts_of
from web.pages import STATIC, TEMPLATES, preferred

HOSTILE = (
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "'; DROP TABLE bill;--",
    "</title><svg/onload=alert(1)>", "a\u202egnp.exe", "javascript:alert(1)", "&lt;b&gt;", "\x00\x1b[31m",
)  # fmt: skip


class Tags(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def every_answer(web: WebFlat) -> list[str]:
    """A path of each kind of answer."""
    share = web.link()
    private = web.private("Vera")
    return [
        "/",
        "/robots.txt",
        private,
        share,
        "/s/none",
        "/nothing",
        "/static/style.css",
        "/static/none",
    ]


def test_every_answer_is_shut_to_other_sites(web: WebFlat) -> None:
    for path in every_answer(web):
        headers = web.browser.client.get(path).headers
        assert headers["referrer-policy"] == "no-referrer", path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "frame-ancestors 'none'" in policy
        if not path.startswith("/static/s"):
            assert headers["cache-control"] == "no-store", path
    refused = web.browser.client.get("/", headers={"host": "evil.example"})
    assert refused.headers["x-frame-options"] == "DENY"


def test_a_page_needs_nothing_inline_and_nothing_of_another_host(web: WebFlat) -> None:
    web.paid_by_alice()
    web.browser.get(web.link())
    web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    pages = [web.browser.page.text] + [web.browser.get(path) for path in every_answer(web)[:6]]
    for page in pages:
        for tag, attributes in Tags(page).found:
            assert tag != "style"
            assert "style" not in attributes
            assert not any(name.startswith("on") for name in attributes)
            assert tag != "script" or attributes.get("src") == "/static/copy.js"
            for name in ("href", "src", "action"):
                value = attributes.get(name)
                assert value is None or re.match(r"/(?!/)", value), (tag, value)


def test_a_page_can_be_read_with_a_screen_reader(web: WebFlat) -> None:
    """A language, one heading of the first order, words on every button and a label on every field."""
    web.paid_by_alice()
    web.browser.get(web.link())
    page = web.browser.send("announce", receiver=web.browser.hidden("receiver"))
    tags = Tags(page).found
    assert [name for name, _ in tags].count("h1") == 1
    assert ("html", {"lang": "en"}) in tags
    labelled = {attributes.get("for") for name, attributes in tags if name == "label"}
    fields = [
        attributes["id"] for name, attributes in tags
        if name == "textarea" or (name == "input" and attributes["type"] != "hidden")
    ]  # fmt: skip
    assert fields
    assert set(fields) <= labelled
    assert all(attributes.get("aria-label") for name, attributes in tags if name == "svg")
    assert not re.search(r"<button[^>]*>\s*</button>", page)


def test_a_hostile_biller_is_words_and_nothing_else(web: WebFlat) -> None:
    plain = [tag for tag, _ in Tags(web.browser.get(web.link())).found]
    for name in HOSTILE:
        bill = web.flat.bill("10.00", biller=name)
        web.flat.split(bill)
        shown = Tags(web.browser.get(web.link(bill=bill)))
        assert [tag for tag, _ in shown.found] == plain, name
        assert not {"\u202e", "\x00", "\x1b"} & set(web.browser.page.text)
    listed = Tags(web.browser.get(web.private()))
    assert {tag for tag, _ in listed.found} <= set(plain) | {"ul", "li", "span"}


def test_a_hostile_member_is_words_and_nothing_else(web: WebFlat) -> None:
    with web.flat.session() as session:
        add_member(session, web.flat.alice, Newcomer('Eve"><script>x</script>'))
    page = web.browser.get(web.private('Eve"><script>x</script>'))
    assert "<script>x" not in page
    assert "Eve&#34;&gt;" in page


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil:8420", ""]
)
def test_a_name_that_is_not_ours_is_refused(web: WebFlat, host: str) -> None:
    assert web.browser.client.get("/", headers={"host": host}).status_code == 400


def test_our_own_names_and_the_public_one_are_known() -> None:
    known = hosts_of("127.0.0.1", 8420, "https://bills.example.org")
    assert known == ["127.0.0.1:8420", "[::1]:8420", "bills.example.org", "localhost:8420"]
    assert "0.0.0.0:80" not in hosts_of("0.0.0.0", 80, "")
    assert "[fd00::1]:1234" in hosts_of("fd00::1", 1234, "")


def test_a_form_of_another_site_changes_nothing(web: WebFlat) -> None:
    """Without the cookie's own token, with another's, and with none at all."""
    link = web.link()
    web.browser.get(link)
    token = web.browser.hidden("_csrf_token")
    client = web.browser.client
    path = f"{link}/{web.bill}/approve"
    other = ("0" if token[0] != "0" else "1") + token[1:]
    for data in ({}, {"_csrf_token": ""}, {"_csrf_token": other}, {"_csrf_token": "é"}):
        said = client.post(path, data=data)
        assert said.status_code == 403
        assert "go back and load it again" in said.text
    client.cookies.clear()
    assert client.post(path, data={"_csrf_token": token}).status_code == 403
    assert web.flat.shares(web.bill)["Bob"][1] == "proposed"


def test_the_cookie_of_a_form_is_kept_from_scripts_and_other_sites(web: WebFlat) -> None:
    web.browser.get("/")
    cookie = web.browser.page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    web.browser.get("/")
    assert "set-cookie" not in web.browser.page.headers


def test_an_unknown_word_a_wrong_method_and_a_large_form_are_refused(web: WebFlat) -> None:
    link = web.link()
    web.browser.get(link)
    token = web.browser.hidden("_csrf_token")
    client = web.browser.client
    assert client.post(f"{link}/{web.bill}/destroy", data={"_csrf_token": token}).status_code == 404
    assert client.post(link, data={"_csrf_token": token}).status_code == 405
    large = {"_csrf_token": token, "reason": "x" * MOST_BODY}
    refused = client.post(f"{link}/{web.bill}/dispute", data=large)
    assert refused.status_code == 413
    assert "This is longer than what is taken here" in refused.text
    assert web.flat.shares(web.bill)["Bob"][1] == "proposed"


def test_too_many_requests_are_told_to_wait(web: WebFlat) -> None:
    answers = [web.browser.client.get("/s/guess").status_code for _ in range(MOST_A_MINUTE + 5)]
    assert answers == [404] * MOST_A_MINUTE + [429] * 5
    said = web.browser.client.get("/s/guess")
    assert "wait a minute" in said.text


def test_no_secret_is_ever_logged(
    web: WebFlat, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of pages that work, that refuse, and that fail in the middle with the secret in the error."""
    share, private = web.link(), web.private()
    share = web.link()
    caplog.set_level(logging.DEBUG)
    for name in ("facteur", "facteur.web", "litestar", "uvicorn"):
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    for path in (share, private, f"{private}/{web.bill}", private + "x"):
        web.browser.get(path)

    def broken(*_: object) -> None:
        raise RuntimeError(f"cannot show {share} {private}")

    monkeypatch.setattr(shares_module, "own_shares", broken)
    page = web.browser.get(private)
    assert web.browser.page.status_code == 500
    ours = [line for line in caplog.records if not line.name.startswith("httpx")]
    told = " ".join(logging.Formatter().format(line) for line in ours)
    assert "a page failed: RuntimeError" in told
    for text in (told, page.replace(f'href="{private}', "")):
        assert share[3:] not in text
        assert private[3:] not in text


@pytest.mark.parametrize(
    "path", ["//evil.example/x", "/\\evil.example", "/%0d%0aset-cookie:a=b", "/s//x"]
)
def test_no_path_leads_to_another_host(web: WebFlat, path: str) -> None:
    page = web.browser.client.get(f"http://127.0.0.1:8420{path}")
    assert page.status_code == 404
    links = [attributes.get("href") or "/" for _, attributes in Tags(page.text).found]
    assert all(re.match(r"/(?![/\\])", link) for link in links)
    assert "a=b" not in str(page.headers)


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"), ("en", "en"), ("de,fr;q=0.5,en;q=0.4", "fr"), ("FR", "fr"),
        ("en;q=0.5,fr;q=0.5", "en"), ("fr;q=0,en;q=0.1", "en"), ("de", None), ("", None), ("fr;q=x", None),
        ("*;q=0.5", None), ("," * 5_000 + "fr", None), ("french", None),
    ],
)  # fmt: skip
def test_the_browser_chooses_the_language(header: str, lang: str | None) -> None:
    assert preferred(header) == lang


def test_the_language_that_was_chosen_stays(web: WebFlat) -> None:
    page = web.browser.get(f"{web.link()}?lang=fr", lang="en")
    assert 'lang="fr"' in page
    assert 'lang="fr"' in web.browser.send("approve")
    assert web.browser.page.url.query == b"lang=fr"


def test_templates_and_their_sentences_are_all_there() -> None:
    """Each sentence of a template is written as one string, which the catalogue's tools find."""
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(r"\b_\(", text)) == len(re.findall(r'\b_\("[^"]+"[,)]', text)), path
        assert "|safe" not in text
        assert "<style" not in text
    assert {path.suffix for path in STATIC.iterdir()} == {".css", ".js", ".svg"}
    assert "http" not in (STATIC / "style.css").read_text()
    assert Path(STATIC / "copy.js").stat().st_size < 2_000
