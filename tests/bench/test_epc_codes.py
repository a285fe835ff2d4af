"""The benchmark of payment codes, on a tenth of its codes; and it can fail."""

import pytest
from PIL import Image

from bench import epc
from pay.digest import digest_of


def test_degraded_codes_are_read_to_the_last_byte() -> None:
    assert epc.wrong(list(epc.orders(100))) == {}


def test_every_payload_is_another() -> None:
    assert len({digest_of(one) for one in epc.orders(1_000)}) == 1_000


def test_a_code_that_cannot_be_read_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(epc.DEGRADED, "erased", lambda image, _: Image.new("L", image.size, 255))
    assert epc.wrong(list(epc.orders(2))) == {"erased": 2}
