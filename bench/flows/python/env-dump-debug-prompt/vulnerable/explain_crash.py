import json
import os
import sys
import traceback

from openai import OpenAI


def context() -> str:
    details = {
        "python": sys.version,
        "cwd": os.getcwd(),
        "deploy_token": os.getenv("DEPLOY_API_TOKEN"),
    }
    return json.dumps(details, indent=2)


def explain(error: BaseException) -> str:
    trace = "".join(traceback.format_exception(error))
    client = OpenAI()
    reply = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Explain the error and propose a fix."},
            {"role": "user", "content": trace + "\n\nContext:\n" + context()},  # sink
        ],
    )
    return reply.choices[0].message.content


if __name__ == "__main__":
    try:
        import deploy

        deploy.main()
    except Exception as error:
        print(explain(error))
