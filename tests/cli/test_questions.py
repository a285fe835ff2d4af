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

_ASKS_TWICE = """
from cli.output import Out
from cli.passphrase import passphrase
print(passphrase(Out("fr", as_json=False), None, twice=True))
"""


def _answered(lang: str, typed: str, questions: int, asks: str = _ASKS) -> tuple[list[str], str]:
    """What was decided at each question, and what the terminal showed."""
    terminal, inner = pty.openpty()
    try:
        os.write(terminal, typed.encode())
        said = subprocess.run(
            [sys.executable, "-c", _ASKS, lang, str(questions)],
            stdin=inner,
            stdout=subprocess.PIPE,
            stderr=inner,
            start_new_session=True,
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
    assert shown.count("Continuer ? [y/N]:") == 2


def test_the_colon_of_a_french_question_stands_apart() -> None:
    assert "Continuer ? [o/N] :" in _answered("fr", "oui\n", 1)[1]


def test_a_passphrase_is_typed_twice_until_both_are_the_same() -> None:
    terminal, inner = pty.openpty()
    said = subprocess.Popen(
        [sys.executable, "-c", _ASKS_TWICE],
        stdin=inner,
        stdout=subprocess.PIPE,
        stderr=inner,
        start_new_session=True,
    )
    shown = ""
    try:
        # What is typed before the question is thrown away: each answer waits for its own.
        for answer in ("one", "another", "one", "one"):
            while not shown.endswith(" : "):
                shown += os.read(terminal, 65536).decode()
            os.write(terminal, f"{answer}\n".encode())
            shown += "\n"
        assert said.communicate(timeout=120)[0] == b"one\n"
    finally:
        said.kill()
        os.close(terminal)
        os.close(inner)
    assert "Repeat" not in shown
