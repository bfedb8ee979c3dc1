from urllib.parse import urlparse

from pydantic import BaseModel, field_validator


class VisionRequest(BaseModel):
    image_url: str
    question: str

    @field_validator("image_url")
    @classmethod
    def must_be_ours(cls, value: str) -> str:
        if urlparse(value).hostname != "images.example.com":
            raise ValueError("foreign host")
        return value
