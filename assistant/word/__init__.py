"""Drafts as Word documents in official layout (GB/T 9704-2012)."""
