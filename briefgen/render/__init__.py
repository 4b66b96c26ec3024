"""Brief → HTML, Markdown, JSON, PDF."""
