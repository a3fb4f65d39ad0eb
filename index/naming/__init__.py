"""Names of areas and bodies: taken apart, in full and for short, and which of them issued a report."""
