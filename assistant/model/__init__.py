"""Answers that a language model writes, planned and verified; the answer by rules stands behind each of them."""
