"""The facilitator guide: how to run the course in a room, with the pages of the learner workbook beside each step."""
