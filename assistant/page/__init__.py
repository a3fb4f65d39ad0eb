"""The web page for citizens: nouns in, safe HTML out. Gradio itself is known to ``app.py`` alone.

Whatever comes from reports, questions and answers reaches the page through Jinja templates that escape it; the
browser's side is page.js, which puts in what these functions return.
"""
