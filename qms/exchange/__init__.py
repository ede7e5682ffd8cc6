"""Letters from case to case across agencies, carried by a worker, each with its receipt."""
