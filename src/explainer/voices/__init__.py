"""Who says what: rows, choices and nodes in words, each voice in its own."""
