"""One language a command: what is printed and what went wrong are told in the same."""

from pathlib import Path

import pytest

from tests.doors.inside import inside


def test_a_refusal_is_in_the_language_of_the_settings_as_all_else_is(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    facteur = inside(tmp_path / "home", monkeypatch, capsys)
    (tmp_path / "home" / "facteur.toml").write_text('lang = "fr"\n')

    refused, wrong = facteur("show", "9"), facteur("remind", "--days", "soon")

    assert (refused.code, "Rien ne porte le numéro 9" in refused.err) == (1, True), refused.err
    assert (wrong.code, "jours" in wrong.err) == (2, True), wrong.err
    assert "Nothing has the number 9" in facteur("show", "9", "--lang", "en").err
