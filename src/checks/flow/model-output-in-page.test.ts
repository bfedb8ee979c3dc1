import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInPage } from "./model-output-in-page.ts";

checkCases(modelOutputInPage, {
  found: [
    'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nst.markdown(text, unsafe_allow_html=True)\n',
  ],
  clean: [
    'import html\nimport streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nst.markdown(html.escape(text), unsafe_allow_html=True)\n',
    'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nst.markdown(text)\n',
  ],
});
