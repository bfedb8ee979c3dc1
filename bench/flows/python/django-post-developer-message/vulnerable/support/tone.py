def describe(tone: str) -> str:
    return "Write in this tone: " + tone
