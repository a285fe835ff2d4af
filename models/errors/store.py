"""The database, the originals, the journal, the key."""

from models.errors.problem import Problem
from models.words import mark


class StoreLocked(Problem):
    sentence = mark("Another program holds the database: wait a moment and try again.")
    permanent = False


class StoreDamaged(Problem):
    sentence = mark("The database at {path} cannot be used ({why}): restore a backup of it.")


class StoreForbidden(Problem):
    """path: what may not be read or written; folder: the folder that it lies in."""

    sentence = mark(
        "You may not read and write {path}: where it is yours, `chmod -R u+rwX {folder}` allows it; "
        "else choose another data folder with FACTEUR_HOME."
    )


class StoreUnreachable(Problem):
    sentence = mark("The database does not answer ({why}): check database_url and that it runs.")
    permanent = False


class StoreNewer(Problem):
    sentence = mark(
        "The database at {path} was written by a newer version of Facteur: install that version."
    )


class TakenForDead(Problem):
    sentence = mark(
        "Another worker took over this one's work, because it gave no sign of life: start it again."
    )
    permanent = False


class OriginalDamaged(Problem):
    sentence = mark(
        "The stored original {digest} does not match its name: restore it from a backup."
    )


class JournalBroken(Problem):
    sentence = mark("The journal was changed at line {line}: restore a backup from before.")


class SecretUnreadable(Problem):
    sentence = mark(
        "A stored secret does not open with the key that is here: `facteur doctor` says what to do."
    )
