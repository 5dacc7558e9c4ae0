"""What coordinators do, in the same chat."""
