"""Pages -> title, particulars and the tree of sections, however the marks were damaged."""
