"""`facteur doctor`: each check says what it found, and what is not in order ends with exit code 1."""

from pathlib import Path

from tests.doors.conftest import Facteur


def test_a_home_that_others_can_read_is_not_in_order(facteur: Facteur, tmp_path: Path) -> None:
    assert facteur("init").code == 0
    good = facteur("doctor", "--json")
    assert good.code == 0, good.err
    assert {row["ok"] for row in good.rows} == {True}
    (tmp_path / "home").chmod(0o755)
    bad = facteur("doctor", "--json")
    assert bad.code == 1
    assert [row["check"] for row in bad.rows if not row["ok"]] == ["Privacy"]
    assert "chmod 700" in str([row["detail"] for row in bad.rows if not row["ok"]])


def test_details_have_no_blank_left(facteur: Facteur) -> None:
    assert all("{" not in str(row["detail"]) for row in facteur("doctor", "--json").rows)
