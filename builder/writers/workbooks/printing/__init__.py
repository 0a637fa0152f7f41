"""What all printed books share: paper, type, colours, drawings, links, and the way to PDF by WeasyPrint."""
