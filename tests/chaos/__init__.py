"""Processes that die."""
