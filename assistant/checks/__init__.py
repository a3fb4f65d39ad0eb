"""The rules that a report is checked against, one file for each group of them."""
