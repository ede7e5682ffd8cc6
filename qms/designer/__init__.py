"""Models in the making: drafts, their review and what becomes of them."""
