"""A fictional municipality with something in every journey, to try the bot on."""
