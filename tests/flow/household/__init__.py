"""Tests of households."""
