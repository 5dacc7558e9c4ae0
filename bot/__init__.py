"""The machine: knows messengers and time, knows no journey."""
