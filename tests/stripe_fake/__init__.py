"""A Stripe of our own on loopback: stateful, strict about requests, able to fail in every way.

What it refuses, the installed SDK's own parameter types refuse. Its answers are shaped by hand after
the SDK's types: they prove our code against that understanding, not against Stripe.
"""

from tests.stripe_fake.server import StripeFake, stripe_fake

__all__ = ["StripeFake", "stripe_fake"]
