"""Job aids: one page each to pin up, and cards, four to a sheet."""
