"""Documents that cannot be read, or not wholly."""

from models.errors.problem import Problem
from models.words import mark


class NotSupported(Problem):
    sentence = mark("This kind of file ({what}) is not one that Facteur reads.")


class AttachmentUnopened(Problem):
    sentence = mark("An attachment was not opened ({what}): look at it in your mail program.")


class PictureUnread(Problem):
    sentence = mark(
        "No text could be read in this picture ({what}): take it again, closer and with more light."
    )


class PagesUnread(Problem):
    sentence = mark(
        "No text could be read on the pages of this PDF ({what}): look at it; if it shows a scan, make that "
        "again, sharper and with more light."
    )


class PictureLeft(Problem):
    sentence = mark(
        "This picture ({what}) was left unread because many came with it: read it by itself."
    )


class PictureTooLarge(Problem):
    sentence = mark(
        "This picture ({what}) has more pixels than Facteur opens: save it smaller and try again."
    )


class Encrypted(Problem):
    sentence = mark(
        "This PDF needs a password: `facteur read`, `scan` and `teach` take it with --password-stdin; or "
        "save a copy without password, and read that."
    )


class PasswordWrong(Problem):
    sentence = mark("The password does not open this PDF ({what}): check it and try again.")


class FormUnread(Problem):
    sentence = mark(
        "This PDF ({what}) is a form that only Adobe’s reader shows: "
        "open it there, print it to a new PDF, read that."
    )


class NothingToRead(Problem):
    sentence = mark("There is nothing to read in this document ({what}): its pages are blank.")


class Damaged(Problem):
    sentence = mark(
        "This document ({what}) is damaged and cannot be read: make it again, or ask for another copy."
    )


class TimedOut(Problem):
    sentence = mark(
        "Reading this document took longer than {seconds} s and was stopped; where the machine was busy, a "
        "later try reads it."
    )
    permanent = False


class OutOfMemory(Problem):
    sentence = mark("Reading this document needed more than {limit} of memory and was stopped.")
    permanent = False


class ReaderDied(Problem):
    sentence = mark("The program that reads documents stopped on this one; it was set aside.")
    permanent = False


class XmlForbidden(Problem):
    sentence = mark("This XML declares entities or outside files, which bills never need: refused.")


class BillUnread(Problem):
    sentence = mark("{file} cannot be taught: {why}")
