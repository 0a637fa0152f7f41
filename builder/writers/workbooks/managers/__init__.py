"""The manager's kit: what those who lead the learners do before and after, a page for each step."""
