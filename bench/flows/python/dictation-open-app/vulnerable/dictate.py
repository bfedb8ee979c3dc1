import queue
import subprocess

from faster_whisper import WhisperModel

model = WhisperModel("small", device="cpu")
jobs = queue.Queue()


def transcribe(path):
    segments, _info = model.transcribe(path)
    return " ".join(s.text.strip() for s in segments)


ACTIONS = {
    "print": lambda text: print(text),
    "say": lambda text: subprocess.Popen("espeak -v en " + text, shell=True),  # sink
}


def work(action="say"):
    while not jobs.empty():
        text = transcribe(jobs.get())
        ACTIONS[action](text)


if __name__ == "__main__":
    for n in range(3):
        jobs.put(f"recordings/{n}.wav")
    work()
