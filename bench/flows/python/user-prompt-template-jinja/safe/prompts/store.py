from dataclasses import dataclass

from flask import request


@dataclass
class PromptTemplate:
    name: str
    body: str


def from_request() -> PromptTemplate:
    return PromptTemplate(name=request.form["name"], body=request.form["body"])
