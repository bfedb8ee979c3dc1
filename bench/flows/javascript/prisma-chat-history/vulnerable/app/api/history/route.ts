import { NextResponse } from "next/server";
import { findMessages } from "../../../lib/history";

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const filter = { word: searchParams.get("word") ?? "", limit: Number(searchParams.get("limit") ?? 20) };
  return NextResponse.json(await findMessages(filter));
}
