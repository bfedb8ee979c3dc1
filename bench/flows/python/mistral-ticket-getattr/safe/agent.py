import json
import os

from mistralai import Mistral

from desk import Desk

TOOLS = json.load(open("tools.json", encoding="utf-8"))
desk = Desk()
ACTIONS = {"close_ticket": desk.close_ticket, "status": desk.status}


def answer(question: str) -> list[str]:
    client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])
    response = client.chat.complete(
        model="mistral-large-latest",
        messages=[{"role": "user", "content": question}],
        tools=TOOLS,
        tool_choice="any",
    )
    results = []
    for call in response.choices[0].message.tool_calls or []:
        arguments = json.loads(call.function.arguments)
        action = ACTIONS.get(call.function.name)
        if action is None:
            results.append("no such tool")
            continue
        results.append(action(ticket_id=int(arguments["ticket_id"])))
    return results


if __name__ == "__main__":
    print(answer(input("> ")))
