"""A letter may be about a wrong amount.

Revision: 0014, after: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_BEFORE = "about IN ('question', 'reading', 'double-debit', 'cancel', 'mediator')"
_NOW = "about IN ('question', 'wrong-amount', 'reading', 'double-debit', 'cancel', 'mediator')"
_NAME = "ck_missive_about"


def upgrade() -> None:
    """One more word in a CHECK; no row changes.

    SQLite cannot alter a CHECK. The text of the table is written anew, as sqlite.org/lang_altertable.html
    (section 8) says for changes that leave what lies on the disk as it is.
    """
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(_NAME, "missive")
        op.create_check_constraint(op.f(_NAME), "missive", _NOW)
        return
    connection = op.get_bind()
    asked = sa.text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'missive'")
    before = str(connection.scalar(asked))
    if before.count(_BEFORE) != 1:
        raise RuntimeError("the table of letters is not as revision 0008 made it")
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    connection.execute(
        sa.text("UPDATE sqlite_schema SET sql = :now WHERE type = 'table' AND name = 'missive'"),
        {"now": before.replace(_BEFORE, _NOW)},
    )
    version = connection.scalar(sa.text("PRAGMA schema_version"))
    connection.execute(sa.text(f"PRAGMA schema_version = {int(version or 0) + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = RESET"))


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
