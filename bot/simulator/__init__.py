"""A local Telegram Bot API and Viber REST server, with phones that behave as people do."""
