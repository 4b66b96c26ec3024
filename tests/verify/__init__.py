"""Tests of proving a brief, and the toys and forgeries they share."""
