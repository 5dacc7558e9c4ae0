"""Files in and out: elections, registers, forms, the independent recount."""
