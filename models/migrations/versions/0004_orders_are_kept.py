"""Orders, approvals and caps are kept.

Revision: 0004, after: 0003
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
