"""The answer key to a learner workbook."""
