"""Several files travel to a child as one request and come out as they were."""

from pathlib import Path

import pytest
from PIL import Image

from flow.parts import packed, parted
from flow.sandbox import Child, Sandbox
from tests.extract.pictures.drawn import BILL, page, saved

FILES = [("a.jpg", b"first"), ("b.jpg", b""), ("c.pdf", b"\x00third")]


@pytest.mark.parametrize("files", [FILES, FILES[:1]])
def test_files_come_out_as_they_went_in(files: list[tuple[str, bytes]]) -> None:
    header, body = packed(files)
    assert parted(header, body) == files


def test_a_request_without_parts_is_one_file() -> None:
    assert parted({"name": "x.eml"}, b"mail") == [("x.eml", b"mail")]


def test_photographs_of_one_bill_are_read_as_one_in_a_child() -> None:
    files = [(f"{n}.jpg", saved(page(rows), "JPEG")) for n, rows in enumerate((BILL[:5], BILL[5:]))]
    sandbox = Sandbox(1, 60, 1280)
    try:
        header, body = packed(files)
        answer = sandbox.ask("answer", body, lang="en", **header)["answer"]
    finally:
        sandbox.close()
    assert isinstance(answer, dict)
    assert (answer["invoice_number"], answer["amount"]) == ("F-2031", "80.20")
    assert answer["due_date"] == "2026-02-15"


def test_a_photograph_of_48_megapixels_fits_into_a_child() -> None:
    table = Image.new("RGB", (8000, 6000), (150, 120, 90))
    table.paste(page(size=110).resize((5200, 3900)), (900, 900))
    child = Child(1280)
    try:
        reply = child.ask({"task": "answer", "name": "a.jpg"}, saved(table, "JPEG", quality=80), 60)
        status = Path(f"/proc/{child._process.pid}/status").read_text(encoding="ascii")
    finally:
        child.close()
    answer = reply["answer"]
    assert isinstance(answer, dict)
    assert answer["amount"] == "80.20"
    assert int(status.split("VmHWM:")[1].split()[0]) < 800 * 1024
