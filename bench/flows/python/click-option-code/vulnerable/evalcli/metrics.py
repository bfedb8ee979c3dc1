def build(source: str):
    return eval("lambda y, p: " + source)  # sink
