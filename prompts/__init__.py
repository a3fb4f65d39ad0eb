"""The prompts, one Markdown file each; assistant/prompts.py reads them."""
