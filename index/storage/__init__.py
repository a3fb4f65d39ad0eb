"""The files of a store: catalogue, facts, vectors and word index, and searching them."""
