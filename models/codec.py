"""Values as JSON text and back, for the database and for child processes."""

from functools import cached_property
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from models.errors.reading import Damaged
from models.extraction import Extraction
from models.verdict import Verdict

T = TypeVar("T")


class Codec(Generic[T]):
    """Writes a value as JSON and reads it back, checking every type on the way in."""

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        """Built when first used, as not every command needs it (Extraction: 35 ms)."""
        return TypeAdapter(self._kind)

    def write(self, value: T) -> str:
        """Compact JSON text of `value`."""
        return self._adapter.dump_json(value).decode()

    def read(self, text: str | bytes) -> T:
        """The value that `text` holds. Raises Damaged when it does not fit the type."""
        try:
            return self._adapter.validate_json(text)
        except ValidationError as cause:
            raise Damaged(what="JSON") from cause


EXTRACTION: Codec[Extraction] = Codec(Extraction)
VERDICT: Codec[Verdict] = Codec(Verdict)
