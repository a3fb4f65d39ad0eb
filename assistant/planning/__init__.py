"""What a question asks: bodies, years, figures, columns, and the operation; no report is opened here."""
