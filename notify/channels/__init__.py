"""Channels: one file or folder each."""
