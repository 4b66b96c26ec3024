"""briefgen: from a stack of articles and an invitation to a brief that proves itself."""

__version__ = "0.1.0"
