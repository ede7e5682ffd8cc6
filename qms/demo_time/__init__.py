"""Demo time: a clock that runs ahead of the machine's, one for web and workers, in demo mode alone."""
