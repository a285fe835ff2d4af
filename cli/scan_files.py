"""The files that `facteur scan` is given: as named, and of a folder those that may be bills."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cli.output import Out
from cli.read import bytes_of
from models.errors.files import FileUnreadable, FolderHasNone
from models.errors.problem import Problem
from models.errors.values import UsageWrong
from models.words import mark

_ENDINGS = frozenset(
    {".pdf", ".xml", ".eml", ".jpg", ".jpeg", ".png", ".heic", ".heif", ".avif", ".tif", ".tiff"}
    | {".webp", ".bmp", ".gif"}
)
"""What is taken of a folder; a file that is named itself is taken whatever its name."""
_MOST_PAGES = 50


class Stack(NamedTuple):
    """The files of one bill, or why a folder gave none."""

    files: tuple[str, ...]
    problem: Problem | None = None

    @property
    def label(self) -> str:
        return ", ".join(self.files)


def stacks(out: Out, words: list[str], *, together: bool) -> list[Stack]:
    """What was typed, as bills in order. Folders are not walked deep, hidden files are passed over.

    Raises UsageWrong for standard input named twice, and for more than 50 pages together.
    """
    if words.count("-") > 1:
        raise UsageWrong(why=out.words(mark("Standard input gives one file: name - once.")))
    found = [stack for word in words for stack in _of(out, word)]
    if not together:
        return found
    pages = [file for stack in found for file in stack.files if stack.problem is None]
    if len(pages) > _MOST_PAGES:
        words_ = mark("One bill of {count} files is too much: at most {most} belong together.")
        raise UsageWrong(why=out.words(words_, count=len(pages), most=_MOST_PAGES))
    return [*([Stack(tuple(pages))] if pages else []), *(one for one in found if one.problem)]


def opened(stack: Stack, name: str) -> list[tuple[str, bytes]]:
    """Name and bytes of each file; `name` is that of standard input.

    Raises FileUnreadable, TooLarge, and the problem of the folder.
    """
    if stack.problem is not None:
        raise stack.problem
    return [(name if file == "-" else Path(file).name, bytes_of(file)) for file in stack.files]


def _of(out: Out, word: str) -> Iterator[Stack]:
    folder = Path(word)
    # Unlike Path.is_dir, it does not raise where a folder on the way may not be looked into.
    if word == "-" or not os.path.isdir(folder):  # noqa: PTH112
        yield Stack((word,))
        return
    try:
        names, inner, outside = _inside(folder)
    except OSError:
        yield Stack((word,), FileUnreadable(file=word))
        return
    wanted = [name for name in names if Path(name).suffix.lower() in _ENDINGS]
    if left := len(names) - len(wanted):
        out.warn(
            mark("{folder}: files of other kinds that were left: {count}. Name them to scan them."),
            folder=word, count=left,
        )  # fmt: skip
    if inner:
        out.warn(
            mark("{folder}: folders inside it that were left: {count}. Name them to scan them."),
            folder=word, count=inner,
        )  # fmt: skip
    if outside:
        out.warn(
            mark("{folder}: links that lead outside it were left: {names}. Name a file to scan it."),
            folder=word, names=", ".join(outside),
        )  # fmt: skip
    if not wanted:
        yield Stack((word,), FolderHasNone(folder=word))
    for name in wanted:
        yield Stack((str(folder / name),))


def _inside(folder: Path) -> tuple[list[str], int, list[str]]:
    """The names of the visible files, in order, how many visible folders there are, and the links that
    lead elsewhere: whoever may write into a folder must not choose what is kept of the whole disk.

    Raises OSError for the folder itself. What cannot be looked at is a file: reading it tells why.
    """
    files, folders, outside = [], 0, []
    with os.scandir(folder) as entries:
        for one in entries:
            if one.name.startswith("."):
                continue
            folders += one.is_dir(follow_symlinks=False)
            try:
                if one.is_symlink() and not _stays(one.path, folder):
                    outside.append(one.name)
                    continue
                if one.is_file() or (one.is_symlink() and not Path(one).exists()):
                    files.append(one.name)
            except OSError:
                files.append(one.name)
    return sorted(files), folders, sorted(outside)


def _stays(link: str, folder: Path) -> bool:
    """Whether a link ends in the folder it lies in; one that only leads to itself does."""
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(folder))
