"""The officials' page at ``/office``: log in, have a report checked before it is published, decide on each finding.

Plain pages rendered by the server, usable without a script. What is uploaded is held in memory for one session and
never comes near the store. Whatever comes from a report, a file name or a form is escaped by the Jinja templates.
"""
