from openai import OpenAI

from moderation.errors import Rejected

client = OpenAI()


def check(comment):
    res = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Reply OK, or say why the comment may not be published."},
            {"role": "user", "content": comment},
        ],
    )
    verdict = res.choices[0].message.content
    if verdict != "OK":
        raise Rejected(verdict)
