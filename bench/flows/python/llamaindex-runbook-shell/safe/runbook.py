import shlex
import subprocess

from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

index = None
TICKET = "./bin/ticket --project OPS"


def engine():
    global index
    if index is None:
        index = VectorStoreIndex.from_documents(SimpleDirectoryReader("runbooks").load_data())
    return index.as_query_engine(similarity_top_k=4)


def open_ticket(alert):
    answer = engine().query(f"Which step of the runbook comes first for: {alert}")
    title = str(answer).splitlines()[0]
    cmd = f"{TICKET} --title={shlex.quote(title)}"
    return subprocess.check_output(cmd, shell=True)


if __name__ == "__main__":
    print(open_ticket("replica lag above one minute"))
