"""The driver: phases in order, artefacts from cache or pool, and the one place that writes to disk."""
