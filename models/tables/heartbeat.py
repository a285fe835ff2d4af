"""Signs of life of the workers, for several machines on one PostgreSQL database."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, rules


class Heartbeat(Base):
    """A worker that lived at `seen_at`; a worker whose row is gone was declared dead."""

    __tablename__ = "heartbeat"
    __table_args__ = rules(numbered=False)

    executor_id: Mapped[str] = mapped_column(primary_key=True)
    host: Mapped[str]
    seen_at: Mapped[datetime]
