"""Text and transfer encodings that lie."""

import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.charset import decode_text
from inbox.parse import parse_mail
from inbox.transfer import decode_base64, decode_transfer
from tests.inbox.shapes import HEADERS

TEXT = "Échéance : 12,50 € à payer"


def body(content_type: bytes, data: bytes) -> tuple[str, tuple[str, ...]]:
    mail = parse_mail(HEADERS + b"Content-Type: " + content_type + b"\r\n\r\n" + data)
    return mail.text, mail.remarks


@pytest.mark.parametrize("real", ["utf-8", "cp1252"])
@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "us-ascii", "windows-1252", "x-no", ""])
def test_no_letter_and_no_euro_is_lost_whatever_the_label_says(said: str, real: str) -> None:
    label = f"text/plain; charset={said}" if said else "text/plain"
    assert body(label.encode(), TEXT.encode(real))[0] == TEXT


@pytest.mark.parametrize(
    "name", ["utf-16", "utf-16-le", "iso-8859-15", "cp858", "utf-7", "mac-roman"]
)
def test_a_true_label_is_believed(name: str) -> None:
    told = decode_text(TEXT.encode(name), name)
    assert (told.text, told.lied) == (TEXT, False)


@pytest.mark.parametrize(
    "name", ["unicode_escape", "idna", "punycode", "rot13", "hex", "zlib", "é", "\0"]
)
def test_python_codecs_that_are_no_charsets_are_not_used(name: str) -> None:
    assert decode_text(b"\\u0041 =41 abc", name).text == "\\u0041 =41 abc"


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    told = decode_text("été ".encode() + b"\xe9" + " été".encode(), "utf-8")
    assert (told.text, told.lied) == ("été é été", True)


def test_a_lie_leaves_a_remark() -> None:
    assert body(b"text/plain; charset=utf-8", TEXT.encode("cp1252"))[1] == ("charset_lie",)
    assert body(b"text/plain; charset=utf-8", TEXT.encode())[1] == ()


@given(
    st.binary(max_size=300), st.sampled_from(["", "utf-8", "latin-1", "utf-16", "utf-7", "big5"])
)
def test_any_bytes_become_text_that_a_database_holds(data: bytes, said: str) -> None:
    text = decode_text(data, said).text
    text.encode("utf-8")
    assert "\0" not in text


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=80))
def test_cp1252_text_is_read_back_when_it_is_labelled_latin_1(text: str) -> None:
    told = decode_text(text.encode("cp1252"), "iso-8859-1")
    assert told.lied or told.text == text


@given(st.binary(max_size=500))
def test_clean_base64_is_read_back(data: bytes) -> None:
    assert decode_base64(binascii.b2a_base64(data)) == (data, ())


@given(st.binary(min_size=3, max_size=500), st.integers(0, 700))
def test_cut_base64_gives_the_bytes_before_the_cut(data: bytes, at: int) -> None:
    text = binascii.b2a_base64(data, newline=False).rstrip(b"=")[:at]
    whole = decode_base64(text).data
    assert data.startswith(whole)
    assert len(whole) == len(text) * 3 // 4


@pytest.mark.parametrize(
    ("text", "data", "remarks"),
    [
        (b"QUJD!!\r\n\tREVG", b"ABCDEF", ()),
        (b"QUI=\r\nQUI=\r\n", b"ABAB", ()),
        (b"QUI=\r\n_____\r\nthe list's footer", b"AB", ("base64_trailing",)),
        (b"QUJDR", b"ABC", ("base64_cut",)),
        (b"", b"", ()),
        (b"====", b"", ()),
    ],
)
def test_dirty_base64(text: bytes, data: bytes, remarks: tuple[str, ...]) -> None:
    assert decode_base64(text) == (data, remarks)


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("Quoted-Printable", b"12=20=E2=82=AC=\r\n!", "12 €!".encode()),
        ('"base64"', b"QUJD", b"ABC"),
        ("BASE64 ", b"QUJD", b"ABC"),
        ("8bit", b"\xe9", b"\xe9"),
        ("x-uuencode", b"begin 644 a\n#04)#\n`\nend\n", b"ABC"),
        ("x-uuencode", b"begin 644 a\n!!!\xff", b""),
        ("nonsense", b"abc", b"abc"),
    ],
)
def test_transfer_encodings_by_any_spelling(name: str, text: bytes, data: bytes) -> None:
    assert decode_transfer(text, name).data == data
