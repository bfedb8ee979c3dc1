import cohere

co = cohere.ClientV2()


def expression_for(*, question: str, columns: list[str]) -> str:
    response = co.chat(
        model="command-a-03-2025",
        max_tokens=80,
        messages=[
            {"role": "system", "content": "Answer with a pandas query only."},
            {"role": "user", "content": f"{columns}: {question}"},
        ],
    )
    return response.message.content[0].text
