import { commandCases } from "../../testing/command-cases.ts";
import { packageIndexInsecure } from "./package-index-insecure.ts";

commandCases(packageIndexInsecure, {
  found: [
    ["toml", '[[tool.poetry.source]]\nname = "own"\nurl = "http://pypi.riverbank.io/simple"'],
    ["toml", '[tool.uv]\nallow-insecure-host = ["pypi.riverbank.io"]'],
    ["ini", "[global]\ntrusted-host = pypi.org"],
    ["toml", '[[tool.uv.index]]\nurl = "http://a.b.io/simple"'],
  ],
  clean: [
    ["toml", '[[tool.uv.index]]\nurl = "https://a.b.io/simple"'],
    ["toml", '[[source]]\nurl = "http://localhost:3141"'],
    ["toml", '[project.urls]\nsource = "http://a.b.io"'],
  ],
});
