"""`quytrinh bench`: what a step costs, each figure with a floor measured in the same run."""
