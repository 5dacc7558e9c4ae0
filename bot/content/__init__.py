"""What people learn from and look up: content files in `locales/`, read and checked."""
