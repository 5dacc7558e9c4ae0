"""What the world reaches over HTTP: webhooks, pages, pictures, health and metrics."""
