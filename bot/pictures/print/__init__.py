"""Large print on A4, black on white, for places without network.  All texts are handed in."""
