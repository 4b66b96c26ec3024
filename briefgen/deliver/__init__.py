"""The letter, its sending and the outbox."""
