"""Who said what, who is who, when, how much, and where the sources differ."""
