"""What every test may ask for."""

from tests.dovecot import dovecot
from tests.postgres import (
    cluster,
    database_url,
    engine,
    migrated_file,
    postgresql_url,
    sqlite_url,
)

__all__ = [
    "cluster",
    "database_url",
    "dovecot",
    "engine",
    "migrated_file",
    "postgresql_url",
    "sqlite_url",
]
