"""Everything that can go wrong, one class per failure.

    Problem
    ├── values     AmountInvalid  CurrencyMismatch  IbanInvalid  DateNaive
    ├── input      FileUnreadable  FileUnwritable  TooLarge  TooDeep  NotSupported  EmptyFile  PictureUnread
    │              PictureTooLarge  PasswordWrong  FormUnread  NothingToRead  Encrypted  Damaged
    │              TimedOut  OutOfMemory  ReaderDied  XmlForbidden
    ├── statements StatementUnknown  StatementDamaged  StatementTooLong  ColumnsUnfit
    │              ColumnMissing  ColumnsTooFew  ColumnsKnown  MatchUnknown  EntryUnknown  BooksUnfit
    ├── mailbox    LoginRefused  LoginThrottled  HostUnknown  ConnectionRefused  CertificateUntrusted
    │              PlainRefused  ServerGone  ServerMisbehaved  FolderMissing  FolderRefused
    │              TokenExpired  SignInPending  SignInDeclined
    ├── store      StoreLocked  DiskFull  StoreDamaged  StoreUnreachable  StoreNewer  TakenForDead
    │              OriginalDamaged  JournalBroken  SecretUnreadable  MailboxBusy
    ├── sharing    NobodyToShare  NamedTwice  TooManyToShare  PartInvalid  PartsAllZero  PercentsNotWhole
    │              AmountsNotTheBill  PayersNotTheBill  PeriodMissing  DaysReversed  NobodyPresent
    │              ReadingsMissing  MeterReversed  MainMeterTooLow  FixedPartTooLarge  GuestUncarried
    │              SharesUneven  RepaymentInvalid  CountedTwice  BalancesUneven
    ├── household  HouseholdMissing  HouseholdUnclear  MemberUnknown  NameTaken  NameUnusable  RightMissing
    │              OwnerNeeded  MailboxApart  BillNotReady  NotSplit  TwinSplit  RuleOutdated  SplitPaid
    │              ReasonMissing  ShareMissing  SettlementOpen  SettlementStuck  AccountOfAnother
    │              SettlementOfAnother  SettlementHandedOver  FormerMember  MemberStays
    ├── orders     ReferenceInvalid  OrderInvalid  StepForbidden  OrderStopped  SecretNeeded
    │              ApprovalVoid  RailRefused  HandoverDiffers  LinkRefused  AlreadyHandedOver
    │              CodeUnset  CodeWrong  CodeLocked  CreditUnusable
    │              InstalmentUnknown  InstalmentAhead  PlaceTaken
    │              ProviderAway  ProviderKeyRefused  AnswerDiffers  NoticeForged
    ├── sending    ChannelRefused  MailRefused  MailDeferred  MailUnsure  MailDiffers  ServiceFailed
    │              ReplyTokenRefused
    ├── pages      LinkClosed  PortTaken
    └── commands   SettingInvalid  HomeUnusable  AuthorityUnusable
                   NothingConnected  NotFound  NothingToUndo  UndoFailed  BillUnread  UsageWrong

The cause goes to the log (`raise ... from cause`); the person gets `sentence` in their language, which
says what to do. `permanent` tells a retry from a lost cause: a permanent problem is not tried again.
"""

from collections.abc import Iterator
from typing import ClassVar

from models.words import Lang, mark, translate


class Problem(Exception):  # noqa: N818 - the house's word for an error a person reads
    """A failure with a code for scripts, a sentence for the person and details for both."""

    sentence: ClassVar[str] = mark("Something went wrong.")
    permanent: ClassVar[bool] = True

    def __init__(self, **details: str | int) -> None:
        super().__init__(type(self).__name__, details)
        self.details = details

    @property
    def code(self) -> str:
        """A stable name in snake case ("login_refused")."""
        name = type(self).__name__
        return "".join(
            "_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name)
        )

    def told(self, lang: Lang) -> str:
        """One sentence in `lang` that says what happened and what to do."""
        return translate(self.sentence, lang, **self.details)

    def __str__(self) -> str:
        return self.told("en")


class AmountInvalid(Problem):
    sentence = mark("“{amount} {currency}” is not an amount of money.")


class CurrencyMismatch(Problem):
    sentence = mark("Amounts in {left} and {right} cannot be added together.")


class IbanInvalid(Problem):
    sentence = mark("“{iban}” is not a valid IBAN: check it against the paper.")


class DateNaive(Problem):
    sentence = mark("A moment without a time zone was refused.")


class FileUnreadable(Problem):
    sentence = mark("{file} cannot be read: check that the file exists and that you may open it.")


class FileUnwritable(Problem):
    sentence = mark("{file} cannot be written ({why}): choose another folder with --out.")


class TooLarge(Problem):
    sentence = mark("This document is larger than {limit} and was left unread: open it yourself.")


class TooDeep(Problem):
    sentence = mark("This document is nested deeper than {limit} levels and was left unread.")


class NotSupported(Problem):
    sentence = mark("This kind of file ({what}) is not one that Facteur reads.")


class EmptyFile(Problem):
    sentence = mark("This file is empty: ask the sender for another copy.")


class AttachmentUnopened(Problem):
    sentence = mark("An attachment was not opened ({what}): look at it in your mail program.")


class PictureUnread(Problem):
    sentence = mark(
        "No text could be read in this picture ({what}): take it again, closer and with more light."
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
    sentence = mark("This PDF needs a password: open it, save a copy without password, read that.")


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
    sentence = mark("This {what} is damaged and cannot be read: ask the sender for another copy.")


class TimedOut(Problem):
    sentence = mark("Reading this document took longer than {seconds} s and was stopped.")
    permanent = False


class OutOfMemory(Problem):
    sentence = mark("Reading this document needed more than {limit} of memory and was stopped.")
    permanent = False


class ReaderDied(Problem):
    sentence = mark("The program that reads documents stopped on this one; it was set aside.")
    permanent = False


class XmlForbidden(Problem):
    sentence = mark("This XML declares entities or outside files, which bills never need: refused.")


class StatementUnknown(Problem):
    sentence = mark(
        "This file ({what}) is no bank statement that Facteur reads: "
        "export it from your bank as camt.053, MT940, OFX or CSV."
    )


class StatementDamaged(Problem):
    sentence = mark(
        "This bank statement is damaged or cut off ({what}): nothing of it was taken; export it again."
    )


class StatementTooLong(Problem):
    sentence = mark(
        "This bank statement is longer than Facteur reads ({limit}): "
        "export it in several shorter periods."
    )


class ColumnMissing(Problem):
    sentence = mark("There is no column {number}: this file has {count}, counted from 1.")


class ColumnsTooFew(Problem):
    sentence = mark(
        "Say at least which column holds the day and which the amount (or debit and credit), each once."
    )


class ColumnsKnown(Problem):
    sentence = mark("The header of this file names its columns: import it without --columns.")


class MatchUnknown(Problem):
    sentence = mark("No match has the number {id}: `facteur import` lists those that wait.")


class EntryUnknown(Problem):
    sentence = mark("No entry has the number {id}: `facteur import` lists those without a bill.")


class LoginRefused(Problem):
    sentence = mark(
        "{host} refused the password of {user}: check it, or make an app password "
        "(see “Connect your mailbox” in the README)."
    )


class LoginThrottled(Problem):
    sentence = mark(
        "{host} asks to wait before signing in again; Facteur will try later by itself."
    )
    permanent = False


class HostUnknown(Problem):
    sentence = mark("No server is called {host}: check the name after --host and your connection.")
    permanent = False


class ConnectionRefused(Problem):
    sentence = mark(
        "Nothing answers at {host} port {port}: check --host, --port and your connection."
    )
    permanent = False


class CertificateUntrusted(Problem):
    sentence = mark(
        "The certificate of {host} cannot be verified ({why}); if the server is your own, "
        "name its authority with --ca FILE."
    )


class PlainRefused(Problem):
    sentence = mark("--plain would send the password in clear to {host}: use --tls or --starttls.")


class ServerGone(Problem):
    sentence = mark(
        "{host} closed the connection; nothing is lost, the next sync goes on from here."
    )
    permanent = False


class ServerMisbehaved(Problem):
    sentence = mark("{host} gave an answer that makes no sense; the next sync tries again.")
    permanent = False


class FolderMissing(Problem):
    sentence = mark("There is no folder “{folder}” in this mailbox: `facteur connect` lists them.")


class FolderRefused(Problem):
    sentence = mark("{host} did not allow the folder “{folder}” to be made: {why}.")


class TokenExpired(Problem):
    sentence = mark(
        "The permission to read {user} has expired: run `facteur connect {user}` again."
    )


class SignInPending(Problem):
    sentence = mark("The sign-in is not finished yet: open {url} and type {user_code}.")
    permanent = False


class SignInDeclined(Problem):
    sentence = mark("The sign-in was declined or ran out of time: run `facteur connect` again.")


class StoreLocked(Problem):
    sentence = mark("Another program holds the database: wait a moment and try again.")
    permanent = False


class DiskFull(Problem):
    sentence = mark(
        "The disk is full: free some space; the next sync goes on where this one stopped."
    )
    permanent = False


class StoreDamaged(Problem):
    sentence = mark("The database at {path} cannot be used ({why}): restore a backup of it.")


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
    sentence = mark("A stored password cannot be decrypted: the key file changed. Connect again.")


class MailboxBusy(Problem):
    sentence = mark("Another Facteur is reading this mailbox: let it finish, or stop it first.")
    permanent = False


class _Reasoned(Problem):
    """A problem whose `why` may be a marked sentence too, with blanks filled from the details."""

    def told(self, lang: Lang) -> str:
        why = translate(str(self.details.get("why", "")), lang, **self.details)
        return translate(self.sentence, lang, **{**self.details, "why": why})


class NobodyToShare(Problem):
    sentence = mark("Nobody is named to share this bill: choose who shares it.")


class NamedTwice(Problem):
    sentence = mark("The same person is named twice in one split: name each person once.")


class TooManyToShare(Problem):
    sentence = mark("A bill can be shared between {limit} people at most.")


class PartInvalid(Problem):
    sentence = mark("“{part}” cannot be somebody’s part: write a number from 0 to {limit}.")


class PartsAllZero(Problem):
    sentence = mark("Every part is zero: give at least one person a part of this bill.")


class PercentsNotWhole(Problem):
    sentence = mark("The percentages make {sum} %: change them until they make 100 %.")


class AmountsNotTheBill(Problem):
    sentence = mark("The amounts make {sum}, the bill is {bill} {currency}: change them to agree.")


class PayersNotTheBill(Problem):
    sentence = mark(
        "The payments make {sum}, the bill is {bill} {currency}: correct who paid what."
    )


class PeriodMissing(Problem):
    sentence = mark(
        "This bill does not say which days it is for: give the first and the last day, "
        "or split it another way."
    )


class DaysReversed(Problem):
    sentence = mark("The last day ({last}) is before the first ({first}): correct one of them.")


class NobodyPresent(Problem):
    sentence = mark(
        "Nobody was there from {first} to {last}: complete the calendar of the household, "
        "or split this bill another way."
    )


class ReadingsMissing(Problem):
    sentence = mark("This split needs meter readings: enter them, or split the bill another way.")


class MeterReversed(Problem):
    sentence = mark("A meter went backwards, from {start} to {end}: check both readings.")


class MainMeterTooLow(Problem):
    sentence = mark(
        "The meters of the rooms counted {used}, the main meter only {main}: check the readings."
    )


class FixedPartTooLarge(Problem):
    sentence = mark("The fixed part ({fixed}) is more than the bill ({bill} {currency}).")


class GuestUncarried(Problem):
    sentence = mark("A guest is carried by one member who is no guest: choose who pays for them.")


class SharesUneven(Problem):
    sentence = mark("The shares make {sum}, not {whole} {currency}: split this bill again.")


class RepaymentInvalid(Problem):
    sentence = mark("A settlement goes from one person to another and is more than zero.")


class CountedTwice(Problem):
    sentence = mark("Number {id} stands twice in these accounts: it must be counted once.")


class BalancesUneven(Problem):
    sentence = mark("These balances do not cancel out ({sum} left over): look for a missing share.")


class HouseholdMissing(Problem):
    sentence = mark(
        "No household is here yet: `facteur household new NAME --me YOUR_NAME` makes one."
    )


class HouseholdUnclear(Problem):
    sentence = mark("There are several households ({numbers}): say which one with --house.")


class MemberUnknown(Problem):
    sentence = mark("Nobody in this household is called “{name}”. Its members: {names}.")


class NameTaken(Problem):
    sentence = mark("“{name}” is in this household already: choose another name.")


class FormerMember(Problem):
    sentence = mark(
        "{name} belonged to this household before: `facteur household rejoin {name}` takes them back; "
        "somebody else needs another name."
    )


class MemberStays(_Reasoned):
    sentence = mark("{name} cannot leave the household yet: {why}.")


class NameUnusable(Problem):
    sentence = mark("“{name}” cannot be a name: write 1 to {limit} characters without , and =.")


class RightMissing(Problem):
    sentence = mark("{name} may not do this: an owner of the household can give the right.")


class OwnerNeeded(Problem):
    sentence = mark("A household keeps at least one owner: make somebody else owner first.")


class AccountOfAnother(Problem):
    sentence = mark("The mailbox {address} belongs to another member, or is not connected.")


class MailboxApart(Problem):
    sentence = mark(
        "The mailbox of bill {id} belongs to nobody in the household: "
        "`facteur household edit NAME --account ADDRESS` says whose it is."
    )


class BillNotReady(Problem):
    sentence = mark(
        "Bill {id} has no amount yet or is held: look at it with `facteur show {id}` first."
    )


class NotSplit(Problem):
    sentence = mark("Bill {id} is not split: `facteur split {id} --equal` does it.")


class TwinSplit(Problem):
    sentence = mark(
        "Bill {other} of the same biller and amount is split already: "
        "if this is another one, split it by hand."
    )


class RuleOutdated(Problem):
    sentence = mark(
        "The rule of this biller names {names}, who did not live here then: split this bill by hand."
    )


class SplitPaid(Problem):
    sentence = mark(
        "Somebody paid bill {id}, so its split stays: split it anew another way instead."
    )


class ReasonMissing(Problem):
    sentence = mark("Say what is wrong with this share, in at most {limit} characters.")


class ShareMissing(Problem):
    sentence = mark("{name} has no share of bill {id}.")


class SettlementOpen(Problem):
    sentence = mark(
        "Settlement {id} between these two is announced already: send it, or withdraw it first."
    )


class SettlementStuck(_Reasoned):
    sentence = mark("Settlement {id} is “{why}”: this can no longer be said of it.")


class ColumnsUnfit(_Reasoned):
    sentence = mark(
        "Row {row} does not fit the columns that were chosen ({why}): choose the columns again."
    )


class BooksUnfit(_Reasoned):
    sentence = mark("Line {row} of this file of shared expenses is not taken ({why}): correct it there.")


class SettingInvalid(_Reasoned):
    sentence = mark("The setting {name} = “{value}” is not usable: {why}.")


class SettingRefused(SettingInvalid):
    """As SettingInvalid, where it is known which variable or file the value came from."""

    sentence = mark("The setting {name} = “{value}” (from {source}) is not usable: {why}.")


class HomeUnusable(_Reasoned):
    sentence = mark(
        "The data folder {path} cannot be used ({why}): choose another with FACTEUR_HOME."
    )


class AuthorityUnusable(Problem):
    sentence = mark(
        "{file} holds no certificate in PEM form: name the file of the authority after --ca."
    )


class ReferenceInvalid(Problem):
    sentence = mark("“{reference}” is not a payment reference: check it against the bill.")


class OrderInvalid(_Reasoned):
    sentence = mark("This payment cannot be prepared: {why}.")


class StepForbidden(Problem):
    sentence = mark("This payment is “{step}” and cannot become “{to}”.")


class OrderStopped(_Reasoned):
    sentence = mark("This payment is stopped. {why}")


class SecretNeeded(_Reasoned):
    sentence = mark("Your secret code is needed. {why}")


class ApprovalVoid(Problem):
    sentence = mark("The payment was changed after it was approved: check and approve it again.")


class RailRefused(_Reasoned):
    sentence = mark("This way of paying cannot be used here: {why}.")


class AlreadyHandedOver(Problem):
    sentence = mark(
        "Bill {id} was handed over on {day} ({rail}): pay it there, once. --again makes the same papers "
        "anew, --withdraw takes the order back when you did not send it."
    )


class CreditUnusable(_Reasoned):
    sentence = mark("Credit note {id} cannot be set off against bill {bill}: {why}.")


class SettlementOfAnother(Problem):
    sentence = mark("Settlement {id} is for {name} to pay: `--as {name}` says that it is you.")


class SettlementHandedOver(Problem):
    sentence = mark(
        "The order of settlement {id} was handed over on {day} ({rail}): pay it there, once. --again makes "
        "the same papers anew; withdrawing the settlement takes the order back."
    )


class PlaceTaken(Problem):
    sentence = mark("{file} is there already and is not of this payment: name another with --out.")


class InstalmentUnknown(Problem):
    sentence = mark("Bill {id} has no instalment {number}: it has {count}.")


class InstalmentAhead(Problem):
    sentence = mark(
        "Instalment {number} of bill {id} is due on {day} only: --instalment {number} prepares it now, "
        "--again makes the papers of the one before anew."
    )


class CodeUnset(Problem):
    sentence = mark("This needs your secret code, and none is set up: run `facteur secret` first.")


class CodeWrong(Problem):
    sentence = mark(
        "This secret code is not right, or was used before: wait for the next one. "
        "Tries that are left: {left}."
    )


class CodeLocked(Problem):
    sentence = mark("Too many wrong codes: the next one is taken in {minutes} minutes.")
    permanent = False


class HandoverDiffers(Problem):
    sentence = mark(
        "What was made for the bank does not say what was approved ({field}): it was thrown away."
    )


class LinkRefused(_Reasoned):
    sentence = mark("The link of this bill is not shown: {why}.")


class ChannelRefused(_Reasoned):
    sentence = mark("This message cannot be sent: {why}.")


class MailRefused(Problem):
    sentence = mark("{host} refused the message for good ({said}): check the address.")


class MailDeferred(Problem):
    sentence = mark(
        "{host} did not take the message now ({said}); Facteur will try again later by itself."
    )
    permanent = False


class MailUnsure(Problem):
    sentence = mark(
        "{host} went away before it said whether it took the message: it may have been sent."
    )
    permanent = False


class MailDiffers(Problem):
    sentence = mark(
        "What was made to be sent does not say what was meant ({field}): it was thrown away."
    )


class ServiceFailed(Problem):
    sentence = mark(
        "{service} did not take the message; check its address, or Facteur will try again later."
    )
    permanent = False


class ProviderAway(Problem):
    sentence = mark("{provider} cannot be asked right now; Facteur tries again later.")
    permanent = False


class ProviderKeyRefused(_Reasoned):
    sentence = mark("The key of {provider} is not used: {why}.")


class AnswerDiffers(Problem):
    sentence = mark(
        "What {provider} answers is not what was approved ({field}): it was not counted. "
        "Look at this payment at {provider}."
    )


class NoticeForged(Problem):
    sentence = mark(
        "A notification in the name of {provider} was thrown away: its signature is wrong or too old."
    )


class ReplyTokenRefused(_Reasoned):
    sentence = mark("This answer cannot be matched with a bill: {why}.")


class NothingConnected(Problem):
    sentence = mark("No mailbox is connected yet: run `facteur connect you@example.org` first.")


class NotFound(Problem):
    sentence = mark("Nothing has the number {id}: `facteur list` shows what there is.")


class NothingToUndo(Problem):
    sentence = mark("There is no filing to take back.")


class UndoFailed(Problem):
    sentence = mark(
        "The mail is no longer where Facteur filed it: look for it in your mail program."
    )


class BillUnread(Problem):
    sentence = mark("{file} cannot be taught: {why}")


class LinkClosed(Problem):
    sentence = mark("This link opens nothing any more: ask whoever sent it to you for a new one.")


class PortTaken(Problem):
    sentence = mark("{host}, port {port}, cannot be used ({why}): choose another with --port.")


class UsageWrong(Problem):
    sentence = mark("{why}")


def named(code: str) -> type[Problem] | None:
    """The class whose problems have `code` ("login_refused"), or None."""
    name = "".join(part.capitalize() for part in code.split("_"))
    return next((kind for kind in _below(Problem) if kind.__name__ == name), None)


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    """Every class of problems that was loaded, those of other files too."""
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def revived(code: str, **details: str | int) -> Problem:
    """The problem that was stored under `code`, its blanks filled from `details`."""
    return (named(code) or Problem)(**details)
