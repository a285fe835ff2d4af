"""The words that say what a bill asks for, in French, English and German.

Searched in folded text (lower case, no accents), every pattern with bounded gaps.
"""
