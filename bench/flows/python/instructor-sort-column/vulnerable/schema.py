from pydantic import BaseModel


class Listing(BaseModel):
    order_by: str
    descending: bool = False
