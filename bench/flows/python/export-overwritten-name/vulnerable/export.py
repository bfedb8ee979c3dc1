import uuid
from pathlib import Path

from openai import AzureOpenAI

client = AzureOpenAI(api_version="2024-06-01")
EXPORTS = Path("exports")


def compose(topic):
    r = client.chat.completions.create(
        model="essay-writer",
        messages=[{"role": "user", "content": f"An essay on {topic}. The first line is its title."}],
    )
    title, _, body = r.choices[0].message.content.partition("\n")
    return title, body


def export(topic):
    name, body = compose(topic)
    heading = name
    job = uuid.uuid4().hex
    target = EXPORTS / f"{name}.md"
    target.write_text(f"<!-- {job} -->\n# {heading}\n{body}")  # sink
    return target


if __name__ == "__main__":
    print(export("moss"))
