"""Tables and questions about them.

Plain async functions, `session` first; the caller owns the transaction.
"""
