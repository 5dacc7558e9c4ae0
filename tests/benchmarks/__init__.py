"""CPU per update of one eight-step dialogue: here, and in a plain aiogram bot beside it."""
