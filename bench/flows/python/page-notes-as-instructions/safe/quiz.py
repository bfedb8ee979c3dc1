from google import genai
from google.genai import types

from page import page_text

LESSON = "https://lessons.example/photosynthesis"
client = genai.Client()


def make_quiz() -> str:
    lesson = page_text(LESSON)
    response = client.models.generate_content(
        model="gemini-2.5-flash",
        contents=f"Write five questions about the lesson.\n\n<lesson>\n{lesson}\n</lesson>",
        config=types.GenerateContentConfig(system_instruction="You write quizzes for pupils."),
    )
    return response.text


if __name__ == "__main__":
    print(make_quiz())
