"""The form of a draft as a spreadsheet: written for an official to fill in, and read again."""
