"""Nothing of a person is forgotten, and no secret leaves, also of tables that come later."""

import pytest
import sqlalchemy as sa

from flow.archive.contents import (
    OF_THE_MOMENT,
    SECRET_COLUMNS,
    SECRET_TABLES,
    Purpose,
    columns_of,
    kind_of,
    tables_of,
)
from flow.archive.write import REFERENCES
from models.tables import Base

TABLES = Base.metadata.tables
SOUNDS_SECRET = {"secret", "password", "passphrase", "token", "pin", "salt", "link"}
NO_SECRET = (
    ("collection", "link"),  # the provider's page, which the payer was sent
    ("assent", "with_secret"),  # whether a code was typed, not which
)
NAMES_AN_ORIGINAL = ("original", "proof", "digest")
NO_ORIGINAL = (
    ("assent", "digest"),  # of what was approved
    ("dispatch", "digest"),  # of what was said
    ("reminder_plan", "digest"),  # how often everything is told at once
    ("given_back", "proof"),  # the provider's number of a refund
    ("settlement", "proof"),  # a word: who or what says that it was received
)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_is_in_a_backup_or_is_of_the_moment(table: str) -> None:
    backed = {one.name for one in tables_of(Purpose.BACKUP)}
    exported = {one.name for one in tables_of(Purpose.EXPORT)}
    assert (table in backed) != (table in OF_THE_MOMENT)
    assert (table in exported) != (table in {*OF_THE_MOMENT, *SECRET_TABLES})


def test_what_is_left_out_exists() -> None:
    assert set(OF_THE_MOMENT) | set(SECRET_TABLES) <= set(TABLES)
    for table, column in (*SECRET_COLUMNS, *NO_SECRET, *NO_ORIGINAL):
        assert column in TABLES[table].columns


@pytest.mark.parametrize("table", sorted(TABLES))
def test_whatever_sounds_like_a_secret_was_decided_upon(table: str) -> None:
    if table in (*SECRET_TABLES, *OF_THE_MOMENT):
        return
    for column in TABLES[table].columns:
        encrypted = isinstance(column.type, sa.LargeBinary)
        if encrypted or SOUNDS_SECRET & set(column.name.split("_")):
            assert ((table, column.name) in SECRET_COLUMNS) != ((table, column.name) in NO_SECRET)


def test_a_secret_column_may_be_empty() -> None:
    for table, name in SECRET_COLUMNS:
        column = TABLES[table].c[name]
        assert column.nullable or isinstance(column.type, sa.LargeBinary)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_column_has_a_rule(table: str) -> None:
    whole = list(columns_of(TABLES[table], Purpose.BACKUP))
    assert [column.name for column in whole] == TABLES[table].columns.keys()
    for column in whole:
        assert kind_of(column)


def test_every_column_that_names_an_original_is_looked_at() -> None:
    found = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.name in NAMES_AN_ORIGINAL
    }
    known = {(one.class_.__tablename__, one.key) for one in REFERENCES}
    assert found == known | set(NO_ORIGINAL)
