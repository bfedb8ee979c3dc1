from pydantic import BaseModel


class VisionRequest(BaseModel):
    image_url: str
    question: str
