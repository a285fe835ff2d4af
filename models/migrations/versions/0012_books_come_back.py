"""What was taken in from other books is known again.

Revision: 0012, after: 0011
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('taken_in',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('household_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('digest', sa.Text(), nullable=False),
    sa.Column('spent_on', sa.Date(), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('cost_minor', models.tables.base.Whole(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('created_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.CheckConstraint('length(currency) = 3 AND currency = upper(currency)', name=op.f('ck_taken_in_currency')),
    sa.ForeignKeyConstraint(['household_id'], ['household.id'], name=op.f('fk_taken_in_household_id_household')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_taken_in')),
    sa.UniqueConstraint('household_id', 'key', name=op.f('uq_taken_in_household_id_key')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    with op.batch_alter_table('taken_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_taken_in_household_id_spent_on'), ['household_id', 'spent_on'], unique=False)

    op.create_table('taken_part',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('taken_in_id', sa.BigInteger(), nullable=False),
    sa.Column('member_id', sa.BigInteger(), nullable=False),
    sa.Column('net_minor', models.tables.base.Whole(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_taken_part_member_id_member')),
    sa.ForeignKeyConstraint(['taken_in_id'], ['taken_in.id'], name=op.f('fk_taken_part_taken_in_id_taken_in')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_taken_part')),
    sa.UniqueConstraint('taken_in_id', 'member_id', name=op.f('uq_taken_part_taken_in_id_member_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
