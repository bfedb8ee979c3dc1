from openai import OpenAI

client = OpenAI()


def filter_for(question: str, columns: list[str]) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": f"Answer with a pandas expression over df with {columns}."},
            {"role": "user", "content": question},
        ],
    )
    return reply.choices[0].message.content.strip("` \n")
