"""Tests of the talk with a biller."""
