"""Canonical text, paragraphs, sentences, words: the floor open to every room."""
