TONES = {"formal": "Write formally.", "warm": "Write warmly."}


def describe(tone: str) -> str:
    return TONES.get(tone, TONES["formal"])
