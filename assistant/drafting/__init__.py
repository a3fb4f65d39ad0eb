"""Drafting a report: this year's figures, the official's points and last year's report become a text and its tables."""
