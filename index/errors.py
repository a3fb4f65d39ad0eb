"""What can go wrong with a document or a store, said so that a reader can act on it.

Every message is Chinese, because it is shown to officials and citizens as it stands, and says three
things: what is wrong, where, and what to do.
"""

from __future__ import annotations


class DisclosureError(Exception):
    """Base of every error that is shown to a user.

    ``what`` is the fault, ``where`` the file or setting at fault (may be empty), ``remedy`` what to do.
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: ``where：what。remedy。``, parts that are empty left out."""
        head = f"{self.where}：{self.what}" if self.where else self.what
        return f"{head}。{self.remedy}。" if self.remedy else f"{head}。"


class DocumentError(DisclosureError):
    """A file that could not be read or understood; the rest of a batch goes on."""


class MissingExtraError(DocumentError):
    """Reading the file needs an optional part (an extra or a program) that is not installed."""


class StoreError(DisclosureError):
    """The store cannot be opened: missing, of another schema version, or made with another embedder."""


class UsageError(DisclosureError):
    """The call is wrong (exit status 2)."""
