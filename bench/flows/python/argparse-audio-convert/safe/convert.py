import argparse
import os
import subprocess


def convert(source: str, target: str, rate: int) -> None:
    path = os.path.abspath(source)
    subprocess.run(["ffmpeg", "-y", "-i", path, "-ar", str(rate), "-ac", "1", target], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Resample a recording for Whisper")
    parser.add_argument("recording")
    parser.add_argument("--rate", type=int, default=16_000)
    args = parser.parse_args()
    convert(args.recording, "out.wav", args.rate)


if __name__ == "__main__":
    main()
