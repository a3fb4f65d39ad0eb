"""Drafting a report at ``/office/draft``: a form of the year's statutory tables, the draft made from it, its files.

What is typed is kept in the session as it is typed and never comes near the store.
"""
