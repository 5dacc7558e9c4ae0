"""Proofs at full size.  Each `prove_<name>.py` has a TITLE and `async def prove(report)`."""
