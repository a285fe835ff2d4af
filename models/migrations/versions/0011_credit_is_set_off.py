"""Credit notes and instalments are orders of their bill.

Revision: 0011, after: 0010
"""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""
