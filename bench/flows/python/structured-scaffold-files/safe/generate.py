from openai import OpenAI
from pydantic import BaseModel

from writer import write_all

client = OpenAI()


class SourceFile(BaseModel):
    path: str
    text: str


class Project(BaseModel):
    files: list[SourceFile]


def generate(idea: str) -> Project:
    response = client.responses.parse(
        model="gpt-4.1",
        instructions="You write small static web sites.",
        input=idea,
        text_format=Project,
    )
    return response.output_parsed


if __name__ == "__main__":
    project = generate(input("What shall it be? "))
    write_all([(item.path, item.text) for item in project.files])
