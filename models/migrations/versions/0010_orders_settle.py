"""Settlements are paid by orders; statements belong to who brought them; members leave.

Revision: 0010, after: 0009
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NOBODYS = sa.text("member_id IS NULL")
_COLUMN = (
    "ALTER TABLE {table} ADD COLUMN {column} {type} "
    "CONSTRAINT fk_{table}_{column}_{other} REFERENCES {other} (id)"
)
"""Both databases know this form; Alembic would make the whole table anew on SQLite."""
_ALONE = (("bank_file", "digest"), ("bank_entry", "key"))


def upgrade() -> None:
    _names("payment", "settlement_id", "settlement")
    _names("bank_match_part", "settlement_id", "settlement")
    op.create_index(op.f("ix_bank_match_part_settlement_id"), "bank_match_part", ["settlement_id"])
    op.add_column("member", sa.Column("left_at", models.tables.base.Moment(timezone=True)))
    for table, _ in _ALONE:
        _names(table, "member_id", "member")
    if op.get_bind().dialect.name == "postgresql":
        _other_rules()
    else:
        for table, old, new in _REMADE:
            _remake(table, old, new)
    for table, column in _ALONE:
        op.create_index(
            f"uq_{table}_{column}_alone", table, [column], unique=True, sqlite_where=_NOBODYS,
            postgresql_where=_NOBODYS,
        )  # fmt: skip
    _to_the_owner()


def _names(table: str, column: str, other: str) -> None:
    whole = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    op.execute(_COLUMN.format(table=table, column=column, type=whole, other=other))


def _other_rules() -> None:
    for table, column in _ALONE:
        op.drop_constraint(f"uq_{table}_{column}", table)
        op.create_unique_constraint(f"uq_{table}_member_id_{column}", table, ["member_id", column])
    op.alter_column("payee_account", "contact_bill_id", nullable=True)


_REMADE = (
    (
        "bank_file",
        "CONSTRAINT uq_bank_file_digest UNIQUE (digest)",
        "CONSTRAINT uq_bank_file_member_id_digest UNIQUE (member_id, digest)",
    ),
    (
        "bank_entry",
        'CONSTRAINT uq_bank_entry_key UNIQUE ("key")',
        'CONSTRAINT uq_bank_entry_member_id_key UNIQUE (member_id, "key")',
    ),
    ("payee_account", "contact_bill_id INTEGER NOT NULL", "contact_bill_id INTEGER"),
)
"""Table, and what its definition says instead."""


def _remake(table: str, old: str, new: str) -> None:
    """The table with one rule changed, rows and indexes as they were (sqlite.org/lang_altertable.html).

    The definition is the stored one, so that nothing of it is lost.
    """
    bind = op.get_bind()
    asked = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = ? AND sql IS NOT NULL"
    ((made,),) = bind.exec_driver_sql(asked, (table, "table")).all()
    indexes = [sql for (sql,) in bind.exec_driver_sql(asked, (table, "index"))]
    if made.count(old) != 1:
        raise RuntimeError(f"{table} is not as migration 0005 left it")
    head, _, body = made.partition("(")
    bind.exec_driver_sql(f"{head.replace(table, f'{table}_anew')}({body.replace(old, new)}")
    names = [row[1] for row in bind.exec_driver_sql(f"PRAGMA table_info({table})")]
    columns = ", ".join(f'"{name}"' for name in names)
    copied = f"SELECT {columns} FROM {table}"  # noqa: S608 - names of ours
    bind.exec_driver_sql(f"INSERT INTO {table}_anew ({columns}) {copied}")
    bind.exec_driver_sql(f"DROP TABLE {table}")
    bind.exec_driver_sql(f"ALTER TABLE {table}_anew RENAME TO {table}")
    for sql in indexes:
        bind.exec_driver_sql(sql)


def _to_the_owner() -> None:
    """Statements that were imported so far were brought by the person at the machine."""
    for table, _ in _ALONE:
        op.execute(
            f"UPDATE {table} SET member_id = (SELECT min(id) FROM member WHERE role = 'owner' AND "  # noqa: S608 - names of ours
            "household_id = (SELECT min(id) FROM household))"
        )


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
