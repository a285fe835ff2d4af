"""An advance that follows the evidence is told from one that a person said.

Revision: 0013, after: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was written before counts as said: nothing takes it back by itself."""
    op.add_column(
        "advance", sa.Column("by_proof", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
