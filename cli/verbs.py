"""Every verb in one table, in groups that a new user meets in turn; loaded when it is called."""

from typing import NamedTuple

from models.words import mark


class Verb(NamedTuple):
    """A verb's name, the place of its function ("module:function"), its help and its group in English."""

    name: str
    place: str
    words: str
    group: str


_BEGIN = mark("Begin")
_BILLS = mark("Bills")
_PAY = mark("Pay and prove")
_SHARE = mark("Share and settle")
_REACH = mark("Reminders and calendar")
_KEEP = mark("Books and copies")
_RUN = mark("Run and check")

VERBS: tuple[Verb, ...] = (
    Verb(
        "init",
        "cli.init:init",
        mark("Make the data folder and its database. Running it again harms nothing."),
        _BEGIN,
    ),
    Verb(
        "connect",
        "cli.connect:connect",
        mark("Connect a mailbox: the login is tried before anything is kept."),
        _BEGIN,
    ),
    Verb(
        "demo",
        "cli.demo:demo",
        mark("Run everything on a sample mailbox. Your own mail is not touched."),
        _BEGIN,
    ),
    Verb(
        "sync",
        "cli.sync:sync",
        mark("Look for new mail, read and judge it, file what is a bill."),
        _BILLS,
    ),
    Verb(
        "scan",
        "cli.scan:scan",
        mark("Bring in bills from files: PDF, photograph, folder. They go the way of your mail."),
        _BILLS,
    ),
    Verb("list", "cli.list:list_", mark("List the bills: what is due first comes first."), _BILLS),
    Verb(
        "show",
        "cli.show:show",
        mark("Show one bill: what was read, where it stands, why it was judged so."),
        _BILLS,
    ),
    Verb(
        "fix",
        "cli.fix:fix",
        mark("Correct a bill; the next bill of that biller is read so."),
        _BILLS,
    ),
    Verb(
        "teach",
        "cli.teach:teach",
        mark("Say what your own bill says: kept as a test, learned for the next. It stays here."),
        _BILLS,
    ),
    Verb(
        "read",
        "cli.read:read",
        mark("Read bills from files and print what they say, with the proof of each field."),
        _BILLS,
    ),
    Verb(
        "undo",
        "cli.undo:undo",
        mark("Take a filing back: the mail returns to the folder it came from."),
        _BILLS,
    ),
    Verb(
        "quarantine",
        "cli.quarantine:quarantine",
        mark("List the mail that could not be read; nothing of it is lost."),
        _BILLS,
    ),
    Verb(
        "pay",
        "cli.pay:pay",
        mark(
            "Prepare the payment of a bill: check it, approve it, get what your bank needs. "
            "No money moves."
        ),
        _PAY,
    ),
    Verb(
        "paid",
        "cli.paid:paid",
        mark("Say that you sent the money of a bill. It is “paid” once a statement shows it."),
        _PAY,
    ),
    Verb(
        "import",
        "cli.import_:import_",
        mark(
            "Prove payments with a bank statement: what is paid, what to confirm, what is unknown."
        ),
        _PAY,
    ),
    Verb(
        "ask",
        "cli.ask:ask",
        mark("Write to a biller about a bill, read the answers, dispute the bill."),
        _PAY,
    ),
    Verb(
        "caps",
        "cli.caps:caps",
        mark(
            "Show or set the caps on payments. A lower one holds at once, a higher one after 24 hours."
        ),
        _PAY,
    ),
    Verb(
        "secret",
        "cli.secret:secret",
        mark(
            "Set up your secret code: six figures of an app on your phone, asked for before you pay."
        ),
        _PAY,
    ),
    Verb(
        "household",
        "cli.household:household",
        mark("Share bills with others: members, days present, meters, links, monthly statements."),
        _SHARE,
    ),
    Verb(
        "split",
        "cli.split:split",
        mark("Split a bill between the people of the household, or show how it is split."),
        _SHARE,
    ),
    Verb(
        "settle",
        "cli.settle:settle",
        mark("Show who owes whom, and settle it: announced, sent, received."),
        _SHARE,
    ),
    Verb(
        "collect",
        "cli.collect:collect",
        mark(
            "Collect shares by card into a payee's own Stripe account: links, what was paid, refunds."
        ),
        _SHARE,
    ),
    Verb(
        "remind",
        "cli.remind:remind",
        mark(
            "Show who is to be reminded of which bills today; --send sends it. "
            "A worker does so by itself."
        ),
        _REACH,
    ),
    Verb(
        "calendar",
        "cli.calendar:calendar",
        mark("Show due dates in your calendar: a file, or an address to subscribe to."),
        _REACH,
    ),
    Verb(
        "channel",
        "cli.channel:channel",
        mark("Set up how Facteur reaches you and others: your own mail account, and services."),
        _REACH,
    ),
    Verb(
        "export",
        "cli.export:export",
        mark(
            "Write the books for beancount, hledger, a spreadsheet, Splitwise; "
            "or everything as one ZIP."
        ),
        _KEEP,
    ),
    Verb(
        "backup",
        "cli.backup:backup",
        mark(
            "Write everything to one file: bills, mails, settings, journal. It is read back at once."
        ),
        _KEEP,
    ),
    Verb(
        "restore",
        "cli.restore:restore",
        mark(
            "Bring a backup back into an empty data folder. "
            "All of it is checked before anything changes."
        ),
        _KEEP,
    ),
    Verb(
        "watch",
        "cli.watch:watch",
        mark("Watch every connected mailbox, and read new mail as it comes."),
        _RUN,
    ),
    Verb(
        "worker",
        "cli.worker:worker",
        mark("Work on what others receive. Several may run on one PostgreSQL database."),
        _RUN,
    ),
    Verb(
        "serve",
        "cli.serve:serve",
        mark("Show shares behind private links and the calendar of due dates, to browsers."),
        _RUN,
    ),
    Verb(
        "journal",
        "cli.journal:journal",
        mark("Check the journal of all actions line by line, or print its end."),
        _RUN,
    ),
    Verb(
        "doctor",
        "cli.doctor:doctor",
        mark("Check settings, database, journal, originals, key, readers and mailboxes."),
        _RUN,
    ),
)
