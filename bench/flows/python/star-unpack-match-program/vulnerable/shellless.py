import subprocess

from langchain_google_genai import ChatGoogleGenerativeAI

llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash", timeout=20, max_output_tokens=50)


def words(task: str) -> list[str]:
    return llm.invoke(f"Program and arguments, separated by blanks: {task}").content.split()


def perform(task: str) -> int:
    match words(task):
        case []:
            return 0
        case [program, *arguments]:
            return subprocess.run([program, *arguments], check=False).returncode  # sink
    return 1
