"""Grids and flattened text -> the statutory tables of three generations, cell by cell."""
