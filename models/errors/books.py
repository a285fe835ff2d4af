"""What can go wrong with books, archives and backups: see models.errors for the rules of the house."""

from models.errors.problem import Problem, Reasoned
from models.words import Lang, mark, translate


class ArchiveUnfit(Problem):
    """The file is no archive of ours, or was changed since; `why` may be a marked sentence."""

    sentence = mark("This archive is not taken: {why}. Nothing was changed.")

    def told(self, lang: Lang) -> str:
        """As Problem.told, with `why` translated too."""
        why = translate(str(self.details.get("why", "")), lang, **self.details)
        return translate(self.sentence, lang, **{**self.details, "why": why})


class ArchiveNewer(Problem):
    sentence = mark(
        "This archive was written by a newer version of Facteur: install that version first."
    )


class HomeNotEmpty(Problem):
    sentence = mark(
        "{home} holds data already, and two houses are never merged: an archive is taken in whole, into an "
        "empty data folder (FACTEUR_HOME names another) or in place of everything (`facteur restore FILE "
        "--force`). What is shared alone comes over: `facteur export --as splitwise` there, `facteur import` "
        "here."
    )


class FileThere(Problem):
    sentence = mark("{file} exists already and was left as it is: --force replaces it.")


class PlaceMissing(Problem):
    sentence = mark(
        "There is no folder {folder} to write {file} in: plug in and mount the stick or disk that it is on, "
        "make the folder, or name another; then say it again."
    )


class FolderThere(Problem):
    sentence = mark("{file} is a folder: name the file that is to be written in it.")


class OriginalsDamaged(Problem):
    sentence = mark(
        "{file} is written, but {count} originals are missing or damaged and are not in it ({first} …): "
        "`facteur doctor` tells more."
    )


class PassphraseWrong(Problem):
    sentence = mark("This passphrase does not open the key in the backup. Nothing was changed.")


class PassphraseNeeded(Problem):
    sentence = mark(
        "This needs a passphrase of {least} characters or more: type it when asked, "
        "or name a file that holds it with --passphrase-file."
    )


class KeyMissing(Problem):
    sentence = mark(
        "This backup holds no key: leave --with-key out and connect the mailboxes again."
    )


class StillWorking(Problem):
    sentence = mark("Another Facteur is at work in this data folder: stop it first, then restore.")
    permanent = False


class MembersUnknown(Problem):
    sentence = mark(
        "Nobody in this household is called “{names}”. Say who it is with --member “{first}=NAME”, "
        "or add them with `facteur household add`. Its members: {known}."
    )


class BooksUnfit(Reasoned):
    sentence = mark(
        "Line {row} of this file of shared expenses is not taken ({why}): correct it there."
    )
