"""What a curator runs: rules, language, dictionary, agreement, bibliography."""
