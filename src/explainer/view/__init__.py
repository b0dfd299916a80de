"""One view of the system as typed data: state, selection, payload, strings."""
