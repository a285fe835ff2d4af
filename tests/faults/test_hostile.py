"""Hostile files in real children: an answer or a reason, within the limits, and the next one goes on."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flow.sandbox import Sandbox
from models.errors.problem import Problem

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
SECONDS, MEGABYTES = 60, 1280


def files() -> list[Path]:
    """Our own hostile samples everywhere; the corpus where it lies beside the project."""
    ours = [path for path in sorted((ROOT / "samples/hostile").iterdir()) if path.suffix != ".md"]
    theirs = []
    for name in ("hostile", "mime-torture"):
        manifest = CORPUS / name / "manifest.jsonl"
        if manifest.exists():
            lines = manifest.read_text(encoding="utf-8").splitlines()
            theirs += [CORPUS / name / json.loads(line)["file"] for line in lines]
    return ours + theirs


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(1, SECONDS, MEGABYTES)
    yield made
    made.close()


def asked(sandbox: Sandbox, path: Path) -> dict[str, object]:
    try:
        answer = sandbox.ask("answer", path.read_bytes(), name=path.name)["answer"]
    except Problem as problem:
        return {"error": problem.code}
    assert isinstance(answer, dict)
    return answer


def most_held(sandbox: Sandbox) -> int:
    """The most bytes that the living child ever held, whatever it was given before; 0 when it fell."""
    (child,) = sandbox._idle.queue
    if child is None:
        return 0
    status = Path(f"/proc/{child._process.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def test_in_ci_the_corpus_is_there() -> None:
    if os.environ.get("CI") == "true" and CORPUS.parent.exists():
        assert len(files()) > 400


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_answer_or_a_reason_within_the_share_of_memory(sandbox: Sandbox, path: Path) -> None:
    answer = asked(sandbox, path)
    assert most_held(sandbox) < MEGABYTES * 2**20
    error = answer["error"]
    assert error is None or str(error).partition(":")[0] not in {"reader_died", "problem", ""}
    if error is None:
        assert answer["kind"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("billion-laughs.xml", "xml_forbidden"),
        ("external-entity.xml", "xml_forbidden"),
        ("user-password.pdf", "encrypted"),
        ("empty.pdf", "empty_file"),
    ],
)
def test_the_reason_names_the_cause(sandbox: Sandbox, name: str, code: str) -> None:
    answer = asked(sandbox, ROOT / "samples/hostile" / name)
    assert str(answer["error"]).partition(":")[0] == code


def test_what_is_only_dressed_up_is_read(sandbox: Sandbox) -> None:
    answer = asked(sandbox, ROOT / "samples/hostile/really-a-pdf.png")
    assert (answer["amount"], answer["due_date"]) == ("84.20", "2026-12-15")
