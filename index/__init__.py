"""Documents in, a searchable and citable collection out; knows no language model and no user interface."""
