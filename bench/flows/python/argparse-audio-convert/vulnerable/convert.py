import argparse
import os


def convert(source: str, target: str, rate: int) -> None:
    os.system("ffmpeg -y -i {} -ar {} -ac 1 {}".format(source, rate, target))  # sink


def main() -> None:
    parser = argparse.ArgumentParser(description="Resample a recording for Whisper")
    parser.add_argument("recording")
    parser.add_argument("--rate", type=int, default=16_000)
    args = parser.parse_args()
    convert(args.recording, "out.wav", args.rate)


if __name__ == "__main__":
    main()
