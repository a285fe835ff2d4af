"""XML from strangers is parsed without loading, expanding or growing anything."""

import pytest

from models.errors.files import TooDeep, TooLarge
from models.errors.reading import Damaged, XmlForbidden
from models.xml_tree import MOST_BYTES, MOST_TAGS, find, find_all, parse_xml, path_of, text_of

BOMB = b"""<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><a>&y;</a>"""
FILE = b"""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"""
OUTSIDE = b"""<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", [BOMB, FILE, OUTSIDE])
def test_entities_and_outside_files_are_refused(text: bytes, encoding: str) -> None:
    with pytest.raises(XmlForbidden):
        parse_xml(text.decode().encode(encoding))


def test_a_deep_tree_is_refused() -> None:
    with pytest.raises(TooDeep):
        parse_xml(b"<a>" * 100_000 + b"</a>" * 100_000)


def test_a_large_file_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(TooLarge):
        parse_xml(b"<a>" + b" " * MOST_BYTES + b"</a>")


def test_a_small_file_of_very_many_elements_is_refused() -> None:
    with pytest.raises(TooLarge):
        parse_xml(b"<a>" + b"<a/>" * MOST_TAGS + b"</a>")


@pytest.mark.parametrize(
    "data", [b"", b"<", b"<a>", b"<a b=></a>", b"\xff\xfe<\0", b'<?xml encoding="klingon"?><a/>']
)
def test_broken_xml_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        parse_xml(data)


def test_elements_are_found_by_any_of_their_local_names() -> None:
    root = parse_xml(b'<x:r xmlns:x="u"><x:a/><a><c> one\n two </c></a><x:b><c>3</c></x:b></x:r>')
    first = find(root, "a|b/c")
    assert first is not None
    assert (text_of(first), path_of(first)) == ("one two", "a/c")
    assert [text_of(one) for one in find_all(root, "a|b/c")] == ["one two", "3"]
    assert find(root, "a/d") is None
    assert find(None, "a") is None
