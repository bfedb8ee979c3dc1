from fastapi import HTTPException

KINDS = ("pdf", "docx", "html")


def known_kind(kind: str) -> str:
    if kind not in KINDS:
        raise HTTPException(404, "unknown kind")
    return kind
