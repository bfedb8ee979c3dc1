import json
import os

import google.generativeai as genai

PREFIX = "CRAWLER_"
PUBLIC = ("CRAWLER_DEPTH", "CRAWLER_DELAY")

genai.configure(api_key=os.environ["GOOGLE_API_KEY"])


def settings():
    return {
        "depth": os.environ.get("CRAWLER_DEPTH", "3"),
        "delay": os.environ.get("CRAWLER_DELAY", "1"),
    }


def explain(problem):
    model = genai.GenerativeModel("gemini-1.5-flash")
    text = "My crawler: " + json.dumps(settings(), indent=1) + "\nProblem: " + problem
    return model.generate_content(text).text


if __name__ == "__main__":
    print(explain("It stops after a minute."))
