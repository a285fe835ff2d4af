"""Credit notes and instalments are orders of their bill.

Revision: 0011, after: 0010
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_STANDS = sa.text("ended_at IS NULL")
_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"
_COLUMN = (
    "ALTER TABLE payment ADD COLUMN instalment_id {type} "
    "CONSTRAINT fk_payment_instalment_id_instalment REFERENCES instalment (id)"
)
"""Both databases know this form; Alembic would make the whole table anew on SQLite."""


def upgrade() -> None:
    op.create_table(
        "set_off",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("credit_id", sa.BigInteger(), nullable=False),
        sa.Column("bill_id", sa.BigInteger(), nullable=False),
        sa.Column("amount_minor", models.tables.base.Whole(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("made_at", models.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("ended_at", models.tables.base.Moment(timezone=True), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_set_off_amount")),
        sa.CheckConstraint("bill_id <> credit_id", name=op.f("ck_set_off_apart")),
        sa.CheckConstraint(_CURRENCY, name=op.f("ck_set_off_currency")),
        sa.ForeignKeyConstraint(["credit_id"], ["bill.id"], name=op.f("fk_set_off_credit_id_bill")),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name=op.f("fk_set_off_bill_id_bill")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_off")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(
        "uq_set_off_stands", "set_off", ["credit_id", "bill_id"], unique=True,
        sqlite_where=_STANDS, postgresql_where=_STANDS,
    )  # fmt: skip
    op.create_index(op.f("ix_set_off_bill_id"), "set_off", ["bill_id"], unique=False)
    _instalments()
    whole = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    op.execute(_COLUMN.format(type=whole))


def _instalments() -> None:
    op.create_table(
        "instalment",
        sa.Column("id", sa.BigInteger(), autoincrement=True, nullable=False),
        sa.Column("bill_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount_minor", models.tables.base.Whole(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("made_at", models.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("ended_at", models.tables.base.Moment(timezone=True), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_instalment_amount")),
        sa.CheckConstraint("number > 0", name=op.f("ck_instalment_number")),
        sa.CheckConstraint(_CURRENCY, name=op.f("ck_instalment_currency")),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name=op.f("fk_instalment_bill_id_bill")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(
        "uq_instalment_stands", "instalment", ["bill_id", "number"], unique=True,
        sqlite_where=_STANDS, postgresql_where=_STANDS,
    )  # fmt: skip


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
