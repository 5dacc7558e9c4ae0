"""A survey: its form as data, its interview as a walk over the answers, its countable part."""
