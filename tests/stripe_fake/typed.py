"""Request bodies checked by the parameter types of the installed SDK: an unknown key is an error."""

import importlib
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from pydantic import ConfigDict, TypeAdapter, ValidationError
from stripe._request_options import RequestOptions

_DEEPEST = 12


class Mistake(Exception):  # noqa: N818 - the caller's, answered with 400
    """A request that Stripe refuses: its code, the parameter and a message."""

    def __init__(self, message: str, code: str = "parameter_invalid", param: str = "") -> None:
        super().__init__(message)
        self.message, self.code, self.param = message, code, param


class _AnyMap:
    """Stands for the SDK's untyped objects, which are maps in a request."""

    def __class_getitem__(cls, item: Any) -> Any:
        return dict[str, item]


@cache
def _checker(module: str, name: str) -> TypeAdapter[Any]:
    held = importlib.import_module("stripe.params." + module)
    vars(held)["UntypedStripeObject"] = _AnyMap
    for kind in list(vars(held).values()):
        if isinstance(kind, type) and hasattr(kind, "__total__"):
            vars_of = kind.__dict__
            if "__pydantic_config__" not in vars_of:
                setattr(kind, "__pydantic_config__", ConfigDict(extra="forbid"))  # noqa: B010
    params = getattr(held, name)
    for key in RequestOptions.__annotations__:
        params.__annotations__.pop(key, None)
    checker = TypeAdapter(params)
    checker.rebuild(_types_namespace={**vars(held), "StripeContext": str}, raise_errors=True)
    return checker


def checked(form: str, module: str, name: str) -> dict[str, Any]:
    """The parameters of a form, typed as the SDK says. Raises Mistake."""
    raw = unflattened(form)
    try:
        typed: dict[str, Any] = _checker(module, name).validate_python(raw)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        code = "parameter_unknown" if first["type"] == "extra_forbidden" else "parameter_invalid"
        raise Mistake(f"{where}: {first['msg']}", code, where) from None
    typed.pop("expand", None)
    return typed


def unflattened(form: str) -> dict[str, Any]:
    """`a[b][0]=c` as nested maps and lists, strings at the ends."""
    whole: dict[str, Any] = {}
    for name, value in parse_qsl(form, keep_blank_values=True, strict_parsing=bool(form)):
        steps = name.replace("]", "").split("[")
        if len(steps) > _DEEPEST:
            raise Mistake("nested too deep")
        at = whole
        for step in steps[:-1]:
            at = at.setdefault(step, {})
        last = steps[-1] or str(len(at))
        if last in at:
            raise Mistake(f"{name} is given twice")
        at[last] = value
    return {name: _listed(value) for name, value in whole.items()}


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(one) for name, one in value.items()}
    if inner and all(name.isdecimal() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
