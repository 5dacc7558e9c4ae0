"""A whole edition acted out on simulated phones: everybody reads the screen, as people would."""
