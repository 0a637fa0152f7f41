"""The learner workbook: from modules to chapters, from chapters to pages."""
