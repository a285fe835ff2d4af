"""Shares are collected by card.

Revision: 0009, after: 0008
"""

import sqlalchemy as sa
from alembic import op

import models.tables.base

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('collector',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('household_id', sa.BigInteger(), nullable=False),
    sa.Column('member_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=True),
    sa.Column('key', sa.LargeBinary(), nullable=False),
    sa.Column('key_end', sa.Text(), nullable=False),
    sa.Column('webhook_secret', sa.LargeBinary(), nullable=True),
    sa.Column('return_page', sa.Text(), nullable=False),
    sa.Column('live', sa.Boolean(), nullable=False),
    sa.Column('polled_at', models.tables.base.Moment(timezone=True), nullable=True),
    sa.Column('created_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.Column('updated_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.CheckConstraint("kind IS NULL OR kind IN ('business', 'landlord', 'association', 'public_body')", name=op.f('ck_collector_kind')),
    sa.CheckConstraint('NOT live OR kind IS NOT NULL', name=op.f('ck_collector_declared')),
    sa.ForeignKeyConstraint(['household_id'], ['household.id'], name=op.f('fk_collector_household_id_household')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_collector_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_collector')),
    sa.UniqueConstraint('household_id', name=op.f('uq_collector_household_id')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('collection',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('collector_id', sa.BigInteger(), nullable=False),
    sa.Column('member_id', sa.BigInteger(), nullable=False),
    sa.Column('bill_id', sa.BigInteger(), nullable=True),
    sa.Column('settlement_id', sa.BigInteger(), nullable=True),
    sa.Column('own_settlement', sa.Boolean(), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('open_slot', sa.BigInteger(), nullable=True),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('payee', sa.Text(), nullable=False),
    sa.Column('amount_minor', models.tables.base.Whole(), nullable=False),
    sa.Column('currency', sa.Text(), nullable=False),
    sa.Column('live', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Enum('unknown', 'open', 'settling', 'paid', 'disputed', 'returned', 'ended', name='state', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('refusal', sa.Text(), nullable=True),
    sa.Column('provider_id', sa.Text(), nullable=False),
    sa.Column('link', sa.Text(), nullable=False),
    sa.Column('charge', sa.Text(), nullable=False),
    sa.Column('paid_on', sa.Date(), nullable=True),
    sa.Column('counted_minor', models.tables.base.Whole(), nullable=False),
    sa.Column('returned_minor', models.tables.base.Whole(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.Column('attempted_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.Column('looked_at', models.tables.base.Moment(timezone=True), nullable=True),
    sa.Column('created_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.Column('updated_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.CheckConstraint('amount_minor > 0 AND counted_minor BETWEEN 0 AND amount_minor', name=op.f('ck_collection_amounts')),
    sa.CheckConstraint('length(currency) = 3 AND currency = upper(currency)', name=op.f('ck_collection_currency')),
    sa.CheckConstraint('live OR counted_minor = 0', name=op.f('ck_collection_test_counts_nothing')),
    sa.ForeignKeyConstraint(['bill_id'], ['bill.id'], name=op.f('fk_collection_bill_id_bill')),
    sa.ForeignKeyConstraint(['collector_id'], ['collector.id'], name=op.f('fk_collection_collector_id_collector')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_collection_member_id_member')),
    sa.ForeignKeyConstraint(['settlement_id'], ['settlement.id'], name=op.f('fk_collection_settlement_id_settlement')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_collection')),
    sa.UniqueConstraint('collector_id', 'about', 'open_slot', name=op.f('uq_collection_collector_id_about_open_slot')),
    sa.UniqueConstraint('key', name=op.f('uq_collection_key')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_collection_collector_id_state'), 'collection', ['collector_id', 'state'], unique=False)
    op.create_table('given_back',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('collection_id', sa.BigInteger(), nullable=False),
    sa.Column('open_slot', sa.BigInteger(), nullable=True),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('amount_minor', models.tables.base.Whole(), nullable=False),
    sa.Column('state', sa.Enum('unknown', 'pending', 'done', 'refused', name='state', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('refusal', sa.Text(), nullable=True),
    sa.Column('proof', sa.Text(), nullable=False),
    sa.Column('attempted_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.Column('created_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.Column('updated_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.CheckConstraint('amount_minor > 0', name=op.f('ck_given_back_amount')),
    sa.ForeignKeyConstraint(['collection_id'], ['collection.id'], name=op.f('fk_given_back_collection_id_collection')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_given_back')),
    sa.UniqueConstraint('collection_id', 'open_slot', name=op.f('uq_given_back_collection_id_open_slot')),
    sa.UniqueConstraint('key', name=op.f('uq_given_back_key')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_table('heard_notice',
    sa.Column('id', sa.BigInteger(), autoincrement=True, nullable=False),
    sa.Column('collector_id', sa.BigInteger(), nullable=False),
    sa.Column('notice', sa.Text(), nullable=False),
    sa.Column('heard_at', models.tables.base.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['collector_id'], ['collector.id'], name=op.f('fk_heard_notice_collector_id_collector')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_heard_notice')),
    sa.UniqueConstraint('collector_id', 'notice', name=op.f('uq_heard_notice_collector_id_notice')),
    sqlite_autoincrement=True,
    sqlite_strict=True
    )
    op.create_index(op.f('ix_heard_notice_heard_at'), 'heard_notice', ['heard_at'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
