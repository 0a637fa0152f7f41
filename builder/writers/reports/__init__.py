"""Reports for whoever looks after a course: pages of one file each, which ask nothing of the network."""

from builder.writers.reports.coverage_page import coverage_page

__all__ = ["coverage_page"]
