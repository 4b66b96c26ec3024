"""The tests of the setting of a brief."""
