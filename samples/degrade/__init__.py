"""Printed pages as they come from a scanner or a telephone: worse, and the same after each seed."""

from samples.degrade.pages import pages_of
from samples.degrade.photo import photo
from samples.degrade.scan import scan

__all__ = ["pages_of", "photo", "scan"]
