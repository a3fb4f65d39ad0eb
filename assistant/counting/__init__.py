"""Answers from facts: values, lists, rankings, sums, shares and trends, each with its sources and the sum that was done."""
