"""A lecture as slides: drawn for PDF, and as PowerPoint writes them, from one list of slides."""
