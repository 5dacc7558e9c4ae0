"""The messengers.  Each module speaks one platform's language and nothing else knows it."""
