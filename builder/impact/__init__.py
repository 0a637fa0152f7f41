"""What an edit does to learners: two versions of a course compared, as values and as words."""
