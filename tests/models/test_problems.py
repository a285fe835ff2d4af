"""Every problem is found again by its code, in whichever file its class stands."""

from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

import pytest

import models.errors as folder
from models.errors.collect import NotOwed
from models.errors.every import called, named
from models.errors.files import FileUnreadable
from models.errors.problem import Problem

FOUND = sorted(
    {
        one
        for file in iter_modules(folder.__path__, "models.errors.")
        for _, one in getmembers(import_module(file.name), isclass)
        if issubclass(one, Problem)
    },
    key=lambda one: one.__name__,
)


@pytest.mark.parametrize("kind", FOUND, ids=lambda kind: kind.__name__)
def test_a_problem_is_found_by_its_name_and_its_code(kind: type[Problem]) -> None:
    assert called(kind.__name__) is kind
    assert named(kind().code) is kind


def test_what_is_no_problem_is_not_found() -> None:
    assert called("mark") is None
    assert named("no_such_code") is None


def test_an_amount_beside_its_currency_is_written_as_the_language_does() -> None:
    problem = NotOwed(name="R2.5", payee="Alice", owed="-1234.50", currency="EUR")
    assert "-1234,50 EUR" in problem.told("fr")
    assert "-1234.50 EUR" in problem.told("en")
    assert "R2.5" in problem.told("fr")
    assert "1.50" in FileUnreadable(file="1.50").told("fr")
