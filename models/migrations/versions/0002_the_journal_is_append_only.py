"""The journal is append-only: both databases refuse to change or delete a line.

Revision: 0002, after: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    """CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'journal lines are never changed'); END""",
    """CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
       BEGIN SELECT RAISE(ABORT, 'journal lines are never deleted'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'journal lines are never changed or deleted'; END $$""",
    """CREATE TRIGGER journal_keeps_lines BEFORE UPDATE OR DELETE ON journal
       FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE TRIGGER journal_loses_nothing BEFORE TRUNCATE ON journal
       FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
