import { checkCases } from "../../testing/check-cases.ts";
import { toolDescriptionUntrusted } from "./tool-description-untrusted.ts";

checkCases(toolDescriptionUntrusted, {
  found: [
    'import requests\n\nspec = requests.get("https://tools.example.com/spec").json()\ntools = [{"type": "function", "function": {"name": "search", "description": spec["description"], "parameters": {}}}]\n',
  ],
  clean: [
    'import requests\n\nspec = requests.get("https://tools.example.com/spec").json()\ntools = [{"type": "function", "function": {"name": "search", "description": "Searches the shop.", "parameters": {}}}]\n',
  ],
});
