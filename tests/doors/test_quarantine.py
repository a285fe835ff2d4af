"""`facteur quarantine`: what is set aside is tried again, one, several or all."""

from tests.doors.conftest import Facteur


def test_with_nothing_set_aside_there_is_nothing_to_try(facteur: Facteur) -> None:
    assert "every mail was read" in facteur("quarantine", "--retry-all").out
    assert facteur("quarantine", "--retry-all", "--json").rows == []
    refused = facteur("quarantine", "--retry", "3", "--retry", "4")
    assert (refused.code, "3" in refused.err) == (1, True)
