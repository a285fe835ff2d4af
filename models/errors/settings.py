"""Settings that cannot be used."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class SettingInvalid(Reasoned):
    sentence = mark("The setting {name} = “{value}” is not usable: {why}.")


class SettingRefused(SettingInvalid):
    """As SettingInvalid, where it is known which variable or file the value came from."""

    sentence = mark("The setting {name} = “{value}” (from {source}) is not usable: {why}.")


class HomeUnusable(Reasoned):
    sentence = mark(
        "The data folder {path} cannot be used ({why}): choose another with FACTEUR_HOME."
    )


class AuthorityUnusable(Problem):
    sentence = mark(
        "{file} holds no certificate in PEM form: name the file of the authority after --ca."
    )
