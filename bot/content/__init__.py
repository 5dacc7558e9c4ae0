"""What people learn from and look up: files of locales/, read once, for those who show them."""
