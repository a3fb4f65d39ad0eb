"""Reading files: one module per format, and ``dispatch`` that chooses among them."""

from index.load.dispatch import load
from index.load.sources import Source, sources

__all__ = ["Source", "load", "sources"]
