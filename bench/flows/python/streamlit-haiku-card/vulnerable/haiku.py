import streamlit as st
from openai import OpenAI

client = OpenAI()
CARD = "<div class='card'><pre>{}</pre></div>"


def compose(topic: str) -> str:
    response = client.responses.create(
        model="gpt-4.1-mini",
        instructions="You write haikus.",
        input=topic,
    )
    return response.output_text


st.title("Haiku machine")
topic = st.text_input("About what?")
if topic:
    for _ in range(3):
        poem = compose(topic)
        st.markdown(CARD.format(poem), unsafe_allow_html=True)  # sink
