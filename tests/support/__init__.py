"""What the tests stand on: databases, and the tools behind the make words."""
