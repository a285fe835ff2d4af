"""Files, folders and ports of this machine."""

from models.errors.problem import Problem, Reasoned
from models.words import mark

WHY_UNWRITTEN = (
    mark("Permission denied"),
    mark("Operation not permitted"),
    mark("Read-only file system"),
    mark("No such file or directory"),
    mark("Not a directory"),
    mark("Is a directory"),
    mark("File exists"),
    mark("File name too long"),
)
"""What the system says most often (strerror of glibc); anything else stays in its own words."""


class FileUnreadable(Problem):
    sentence = mark("{file} cannot be read: check that the file exists and that you may open it.")


class FolderNamed(Problem):
    sentence = mark("{folder} is a folder: name one file in it, one after the other.")


class FileUnwritable(Reasoned):
    sentence = mark("{file} cannot be written ({why}): choose another place for it.")


class TooLarge(Problem):
    sentence = mark("This document is larger than {limit} and was left unread: open it yourself.")


class TooDeep(Problem):
    sentence = mark("This document is nested deeper than {limit} levels and was left unread.")


class EmptyFile(Problem):
    sentence = mark("This file is empty: ask the sender for another copy.")


class EmptyPage(Problem):
    sentence = mark("{file} is empty, so nothing of this bill was kept: bring all its pages again.")


class DiskFull(Problem):
    sentence = mark(
        "The disk is full: free some space; the next sync goes on where this one stopped."
    )
    permanent = False


class FolderHasNone(Problem):
    sentence = mark(
        "{folder} holds no PDF, e-invoice, photograph or mail: name the file itself if one is a bill."
    )


class NothingConnected(Problem):
    sentence = mark("No mailbox is connected yet: run `facteur connect you@example.org` first.")


class PortTaken(Problem):
    sentence = mark("{host}, port {port}, cannot be used ({why}): choose another with --port.")
