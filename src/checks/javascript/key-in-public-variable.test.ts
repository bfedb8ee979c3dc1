import { checkCases } from "../../testing/check-cases.ts";
import { keyInPublicVariable } from "./key-in-public-variable.ts";

checkCases(keyInPublicVariable, {
  found: [
    "const k = process.env.NEXT_PUBLIC_OPENAI_API_KEY",
    "const k = import.meta.env.VITE_ANTHROPIC_API_KEY",
    "const k = process.env['REACT_APP_STRIPE_SECRET_KEY']",
    "fetch(url, { headers: { a: process.env.EXPO_PUBLIC_GEMINI_API_KEY } })",
  ],
  clean: [
    "const k = process.env.OPENAI_API_KEY",
    "const k = process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY",
    "const k = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY",
    "const k = import.meta.env.VITE_API_URL",
    "// process.env.NEXT_PUBLIC_OPENAI_API_KEY is a bad idea",
  ],
});
