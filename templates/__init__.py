"""The shipped templates; a user's folder may override any file of them."""
