"""The rules of participation, pure: no messenger, no database, no sentence a citizen reads."""
