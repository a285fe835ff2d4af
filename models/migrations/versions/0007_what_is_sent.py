"""What is sent, to whom and when is kept.

Revision: 0007, after: 0006
"""

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""
