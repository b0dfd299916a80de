"""Quiz, tour and glossary as pure functions."""
