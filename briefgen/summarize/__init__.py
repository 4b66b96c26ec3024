"""Sources → the extracts that matter, ranked, each once."""
