from typing import Literal

from pydantic import BaseModel


class Listing(BaseModel):
    order_by: Literal["title", "author", "year"]
    descending: bool = False
