"""What citizens do."""
