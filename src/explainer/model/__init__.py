"""What the tables hold: schema, reading, integrity, system and graph; no screen, no sentence."""
