import csv

from jinja2 import Environment
from langchain_mistralai import ChatMistralAI

env = Environment(autoescape=True)


class Campaign:
    def __init__(self, topic: str) -> None:
        self.topic = topic
        self.draft = ""

    def write(self) -> None:
        llm = ChatMistralAI(model="mistral-small-latest")
        reply = llm.invoke(f"Write a short mail about {self.topic}. Put in the first name with a placeholder.")
        self.draft = reply.content

    def letter(self, person: dict) -> str:
        return env.from_string(self.draft).render(name=person["name"])  # sink


def main() -> None:
    campaign = Campaign("the spring sale")
    campaign.write()
    with open("people.csv", newline="", encoding="utf-8") as handle:
        for person in csv.DictReader(handle):
            print(campaign.letter(person))


if __name__ == "__main__":
    main()
