"""Each sentence that promises an order, an absence or a moment, and what tries to break it."""
