"""What can go wrong with channels that are set up, with what is sent through them, and with reminders."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class MailOutMissing(Problem):
    sentence = mark(
        "No mail account to send from is set up yet: `facteur channel add mail` does it."
    )


class ChannelUnknown(Problem):
    sentence = mark("No channel is called “{name}”: `facteur channel` lists them.")


class ChannelTaken(Problem):
    sentence = mark(
        "A channel is called “{name}” already: choose another name with --name, "
        "or remove it first with `facteur channel remove {name}`."
    )


class AddressUnusable(Problem):
    sentence = mark("“{address}” is not a mail address that Facteur can send to.")


class SignInElsewhere(Problem):
    sentence = mark(
        "{address} signs in through a browser, and its permission goes to its provider's own server alone: "
        "leave --host out, or give that server's password with --password-stdin."
    )


class SendingUnallowed(Problem):
    sentence = mark(
        "{address} does not let Facteur send: its permission ended, or covers reading alone. Connect it "
        "again: `facteur connect {address}`."
    )


class MessageDiffers(Problem):
    sentence = mark("Another message was prepared under the same key: this one was not sent.")


class DispatchStuck(Problem):
    sentence = mark(
        "Message {id} has left, or was called off before: there is nothing to call off."
    )


class DispatchBusy(Problem):
    sentence = mark("Message {id} is being sent right now: look again in a few minutes.")
    permanent = False


class DispatchUnknown(Problem):
    sentence = mark("No message has the number {id}: `facteur channel` shows those to look at.")


class NobodyCalled(Problem):
    sentence = mark("Nobody is called “{name}” here. People: {names}; yourself: me.")


class NobodyElse(Problem):
    sentence = mark(
        "Nobody is called “{name}” here, and nobody is here beside you (me): `facteur household` adds people."
    )


class SeveralCalled(Problem):
    sentence = mark("Several are called “{name}”: add their household’s number, as {names}.")


class DaysUnclear(Problem):
    sentence = mark(
        "Write the days before the due date as 7,3,0: up to {most} of them, 0 to {farthest}."
    )


class NoAddress(Problem):
    sentence = mark(
        "Nothing reaches {name}: `facteur remind --to {name} --address ADDRESS` says where."
    )


class NotToRemind(Reasoned):
    sentence = mark("Bill {id}: no reminder for {name}, as {why}")


class ToldToday(Problem):
    sentence = mark("{name} was told of bill {id} today already; once a day is enough.")
