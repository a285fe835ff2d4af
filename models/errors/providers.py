"""Answers of a payment provider."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class ServiceFailed(Problem):
    sentence = mark(
        "{service} did not take the message; check its address, or Facteur will try again later."
    )
    permanent = False


class ProviderAway(Problem):
    sentence = mark("{provider} cannot be asked right now; Facteur tries again later.")
    permanent = False


class ProviderKeyRefused(Reasoned):
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
