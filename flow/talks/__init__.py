"""The talk with a biller about a bill: whom to write to, letters, answers, and the dispute."""

from flow.hold import on_hold

__all__ = ["on_hold"]
