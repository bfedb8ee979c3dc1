import subprocess

from langchain_google_genai import ChatGoogleGenerativeAI

llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash", timeout=20, max_output_tokens=50)


def words(task: str) -> list[str]:
    return llm.invoke(f"Program and arguments, separated by blanks: {task}").content.split()


def perform(task: str) -> int:
    match words(task):
        case []:
            return 0
        case ["sleep", seconds]:
            return subprocess.run(["sleep", str(min(int(seconds), 10))], check=False).returncode
        case ["date", *_]:
            return subprocess.run(["date"], check=False).returncode
    return 1
