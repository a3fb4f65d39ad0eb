"""Narrative sentences -> counted statements: which number counts what, whose, and of which year."""
