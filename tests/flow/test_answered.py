"""What `facteur read` states: a value that was looked for and not found is never sure."""

from classify.case import Case
from classify.judge import judge
from flow.analyse import Gathered, answered
from models.extraction import Extraction
from models.reading import Reading

NEEDED = ("biller", "amount", "due_date")


def test_what_every_bill_has_and_was_not_found_is_stated_as_not_sure() -> None:
    extraction = Extraction(Reading("pdf_text"), text="Facture à régler")
    verdict = judge(Case(extraction, None, (("a", "pdf"),)))
    answer = answered("a.pdf", Gathered(None, (), extraction), verdict)
    assert all(answer[name] is None for name in NEEDED)  # type: ignore[literal-required]
    assert [answer["confidence"][name] for name in NEEDED] == [0.0, 0.0, 0.0]
