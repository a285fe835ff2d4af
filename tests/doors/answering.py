"""A person at a terminal: what is asked is kept, what they answer is given."""

import sys
from collections.abc import Mapping
from io import StringIO

import pytest
import typer


class Answering:
    """Answers each question by the first of `answers` whose words stand in it; a list, one after another.

    asked: every question so far, as it was put. Raises StopIteration for one that has no answer.
    """

    def __init__(self, patch: pytest.MonkeyPatch, answers: Mapping[str, str | list[str]]) -> None:
        self.asked: list[str] = []
        self._answers = answers
        terminal = StringIO()
        patch.setattr(terminal, "isatty", lambda: True)
        patch.setattr(sys, "stdin", terminal)
        patch.setattr(sys.stderr, "isatty", lambda: True)
        patch.setattr(typer, "prompt", self._answer)

    def _answer(self, question: str, **_how: object) -> str:
        self.asked.append(question)
        said = next(said for words, said in self._answers.items() if words in question)
        return said if isinstance(said, str) else said.pop(0)
