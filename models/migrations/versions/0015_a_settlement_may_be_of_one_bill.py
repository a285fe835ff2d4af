"""A settlement may be for one bill.

Revision: 0015, after: 0014
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_COLUMN = (
    "ALTER TABLE settlement ADD COLUMN bill_id {whole} "
    "CONSTRAINT fk_settlement_bill_id_bill REFERENCES bill (id)"
)
"""Both databases know this form; Alembic would make the whole table anew on SQLite."""


def upgrade() -> None:
    """What was announced before is of no bill: nobody knows for which one it was meant."""
    whole = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    op.execute(_COLUMN.format(whole=whole))


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
