"""Credit risk: training, serving, and the desk assistant."""
