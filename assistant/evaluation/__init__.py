"""Question files asked and judged: what a pass is, metrics, citations, ablations, and the report on them."""
