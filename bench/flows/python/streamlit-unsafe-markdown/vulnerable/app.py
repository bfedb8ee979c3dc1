import streamlit as st
from anthropic import Anthropic


def tokens(history: list[dict]):
    with Anthropic(timeout=60).messages.stream(
        model="claude-sonnet-4-5", max_tokens=800, messages=history
    ) as stream:
        yield from stream.text_stream


history = st.session_state.setdefault("history", [])
if question := st.chat_input("Ask"):
    history.append({"role": "user", "content": question})
    placeholder = st.empty()
    answer = ""
    for token in tokens(history):
        answer += token
    placeholder.markdown(answer, unsafe_allow_html=True)  # sink
    history.append({"role": "assistant", "content": answer})
