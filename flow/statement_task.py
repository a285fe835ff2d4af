"""Reading a bank statement in a child: what is asked of it and what it answers."""

from collections.abc import Mapping as Mapped

from models.codec import Codec
from models.statement import Statement
from pay.evidence.columns import Mapping, Question
from pay.evidence.read import read_statements
from pay.evidence.reader import Source

STATEMENTS: Codec[tuple[Statement, ...]] = Codec(tuple[Statement, ...])
MAPPINGS: Codec[tuple[Mapping, ...]] = Codec(tuple[Mapping, ...])
QUESTION: Codec[Question] = Codec(Question)


def read_statement(header: Mapped[str, object], body: bytes) -> dict[str, object]:
    """The child's answer about one file: its statements, or the question which column is which.

    Raises what pay.evidence.read raises.
    """
    source = Source(
        body,
        MAPPINGS.read(str(header["mappings"])),
        account=str(header.get("account") or ""),
        currency=str(header.get("currency") or "EUR"),
    )
    answer = read_statements(source)
    if isinstance(answer, Question):
        return {"question": QUESTION.write(answer)}
    return {"statements": STATEMENTS.write(answer)}
