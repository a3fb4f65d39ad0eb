"""What ``disclosure bench`` measures, each task in a process of its own: generated reports, tasks, sizes, table."""
