"""Charts, posters and codes as bytes.  Every text in them is given by the caller."""
