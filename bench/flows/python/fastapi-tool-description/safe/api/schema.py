from pydantic import BaseModel


class CustomTool(BaseModel):
    name: str
    purpose: str
    question: str
