"""A question is answered in the person's own language, at a real terminal."""

import os
import pty
import subprocess
import sys

_ASKS = """
import sys
from cli.output import Out
from cli.questions import agreed
out = Out(sys.argv[1], as_json=False)
print(*(agreed(out, "Continuer ?", yes=False) for _ in range(int(sys.argv[2]))))
"""


def _answered(lang: str, typed: str, questions: int) -> tuple[list[str], str]:
    """What was decided at each question, and what the terminal showed."""
    terminal, inner = pty.openpty()
    try:
        os.write(terminal, typed.encode())
        said = subprocess.run(
            [sys.executable, "-c", _ASKS, lang, str(questions)],
            stdin=inner,
            stdout=subprocess.PIPE,
            stderr=inner,
            check=True,
            timeout=120,
        )
        return said.stdout.decode().split(), os.read(terminal, 65536).decode()
    finally:
        os.close(terminal)
        os.close(inner)


def test_yes_and_no_are_said_in_either_language_and_enter_alone_is_no() -> None:
    typed = "o\nOui\ny\nYES\nnon\nn\n\n"

    assert _answered("fr", typed, 7)[0] == ["True"] * 4 + ["False"] * 3


def test_what_is_neither_yes_nor_no_is_asked_again() -> None:
    decided, shown = _answered("en", "perhaps\nyes\n", 1)

    assert decided == ["True"]
    assert "Answer yes or no." in shown
    assert shown.count("Continuer ? [y/N]") == 2
