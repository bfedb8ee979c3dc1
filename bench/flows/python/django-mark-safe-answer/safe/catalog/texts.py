from google import genai

client = genai.Client()


def advertise(name: str) -> str:
    result = client.models.generate_content(
        model="gemini-2.5-flash", contents=f"Praise our product {name} in HTML"
    )
    return result.text
