"""The machine: conversations, turns, delivery."""
