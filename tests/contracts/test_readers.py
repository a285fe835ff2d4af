"""What every reader keeps, whatever it is given. A new reader in READERS is tested by being there."""

import socket
import time
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.proofs import MOST_QUOTE
from extract.read import READERS, read_document, read_documents
from extract.reader import Reader, Source
from models.codec import EXTRACTION
from models.document import Document, Form
from models.errors.problem import Problem
from models.reading import FIELD_NAMES, Found, Reading
from tests.contracts.sources import (
    BODY,
    MARKUP,
    good_files,
    good_sources,
    mail_source,
    source_of,
)

GOOD_FILES = good_files()
GOOD_SOURCES = tuple(good_sources())
_MOST_FORMS = 2
"""A payment code stands on paper and in photographs; every other reader has one form."""
every_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
often = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def said(reader: Reader, source: Source) -> Reading | None:
    """The reader's answer, kept to its contract; a Problem is an answer too."""
    try:
        reading = reader.read(source) if reader.reads(source) else None
    except Problem:
        return None
    if reading is not None:
        _keeps_the_contract(reader, reading)
    return reading


def _keeps_the_contract(reader: Reader, reading: Reading) -> None:
    assert reading.reader == reader.name
    fields = [found for name in FIELD_NAMES if (found := getattr(reading, name)) is not None]
    for found in (*fields, *reading.signs):
        assert isinstance(found, Found)
        assert found.source == reader.name
        assert 0 <= found.confidence <= 1
        assert 0 < len(found.quote) <= MOST_QUOTE
        assert found.page is None or found.page >= 1
    assert list(reading.schedule) == sorted(reading.schedule)


def test_names_are_different_and_every_reader_says_what_it_was_tried_on() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert all(reader.proven_against for reader in READERS)


@every_reader
def test_there_is_a_sample_that_it_reads(reader: Reader) -> None:
    readings = [reading for source in GOOD_SOURCES if (reading := said(reader, source))]
    assert any(reading.amount is not None for reading in readings)


@every_reader
def test_the_same_bytes_give_the_same_reading(reader: Reader) -> None:
    for source in GOOD_SOURCES:
        assert said(reader, source) == said(reader, source)


@every_reader
def test_what_is_none_of_its_business_is_declined_at_once(reader: Reader) -> None:
    big = bytes(10_000_000)
    began = time.process_time()
    assert not reader.reads(Source(Document(Form.UNKNOWN, "x", big)))
    assert not reader.reads(Source(Document(Form.IMAGE, "x", big)))
    assert time.process_time() - began < 0.1


@every_reader
def test_it_declines_some_forms(reader: Reader) -> None:
    wanted = {source.document.form for source in GOOD_SOURCES if reader.reads(source)}
    assert 1 <= len(wanted) <= _MOST_FORMS


@every_reader
@often
@given(data=st.binary(max_size=400), form=st.sampled_from([Form.PDF, Form.XML, Form.UNKNOWN]))
def test_any_bytes_are_read_or_refused(reader: Reader, data: bytes, form: Form) -> None:
    said(reader, source_of(data, form))


@every_reader
@often
@given(
    file=st.sampled_from(GOOD_FILES),
    at=st.floats(0, 1),
    cut=st.integers(0, 3000),
    put=st.binary(max_size=30),
)
def test_a_damaged_file_is_read_or_refused(
    reader: Reader, file: bytes, at: float, cut: int, put: bytes
) -> None:
    place = int(at * len(file))
    said(reader, source_of(file[:place] + put + file[place + cut :]))


@every_reader
@often
@given(
    text=st.text(max_size=300) | st.sampled_from([BODY]),
    html=st.text(max_size=300) | st.sampled_from([MARKUP]),
    at=st.floats(0, 1),
    put=st.text(max_size=20),
)
def test_any_mail_is_read_or_refused(
    reader: Reader, text: str, html: str, at: float, put: str
) -> None:
    place = int(at * len(html))
    said(reader, mail_source(text + put, "schema.org" + html[:place] + put + html[place:]))


@often
@given(data=st.binary(max_size=300) | st.sampled_from(GOOD_FILES), form=st.sampled_from(Form))
def test_the_whole_stage_never_raises(data: bytes, form: Form) -> None:
    extraction = read_document(Document(form, "x", data))
    assert EXTRACTION.read(EXTRACTION.write(extraction)) == extraction


def test_one_bad_document_never_hides_a_good_one() -> None:
    good = source_of(GOOD_FILES[0]).document
    bad = Document(Form.PDF, "broken.pdf", b"%PDF-1.7 and nothing else")
    alone = read_documents((good,))
    both = read_documents((bad, good))
    assert both.reading == alone.reading
    assert both.problems == (("broken.pdf", "damaged"),)
