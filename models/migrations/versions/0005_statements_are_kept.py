"""Statements, their entries and matches are kept.

Revision: 0005, after: 0004
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
