"""Questions in, cited and verified answers out; uses :mod:`index`, never the reverse."""
