"""Revising a draft by what the official says: understood by rules, rewritten by a model where one is set, kept in versions."""
