"""What cannot be sent."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class ChannelRefused(Reasoned):
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


class ReplyTokenRefused(Reasoned):
    sentence = mark("This answer cannot be matched with a bill: {why}.")
