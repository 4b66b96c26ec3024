"""Locator → bytes → Article, or Unread with the reason."""
