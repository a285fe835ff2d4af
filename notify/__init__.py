"""Notify: words for people and billers, and the channels that carry them. Values in, values out."""
