import subprocess

import click
from google import genai
from google.genai import types


@click.command()
@click.argument("task", nargs=-1)
def howdoi(task):
    """Turn TASK into a command and run it."""
    client = genai.Client()
    response = client.models.generate_content(
        model="gemini-2.0-flash",
        contents=" ".join(task),
        config=types.GenerateContentConfig(
            system_instruction="Answer with one bash command line. No prose, no fences.",
            temperature=0,
        ),
    )
    command = response.text.strip().strip("`")
    click.secho(f"$ {command}", fg="green")
    subprocess.run(command, shell=True, check=False)  # sink


if __name__ == "__main__":
    howdoi()
