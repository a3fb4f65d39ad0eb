"""The web page; see ``disclosure serve``."""
