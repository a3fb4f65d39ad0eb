"""The commands of ``disclosure``, one module each."""
