"""Days in a person's tables are written as their language writes them; what was quoted stays."""

from cli.table_days import day_told, with_days


def test_a_column_of_days_is_told_in_the_language() -> None:
    rows = [("1", "2026-12-03", "2026-12-03"), ("2", "—", "the 3rd"), ("3", "2026-11-30 09:05", "")]
    french = with_days("fr", rows)
    assert [row[1] for row in french] == ["03/12/2026", "—", "30/11/2026 09:05"]
    assert [row[2] for row in french] == ["2026-12-03", "the 3rd", ""]
    assert with_days("en", rows) == [list(row) for row in rows]
    assert with_days("fr", []) == []


def test_what_is_no_day_stays_as_it_is() -> None:
    for text in ("", "2026-13-40", "F-2026-12-03", "12"):
        assert day_told("fr", text) == text
