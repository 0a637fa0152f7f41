"""Who is who: external ids, state keys, meanings, contents, and the ledger that remembers them."""
