import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";
import { planReport } from "../../../lib/report";

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const { question } = await request.json();
  const { title, where } = await planReport(question);
  const rows = await prisma.$queryRawUnsafe(`SELECT id, country, age FROM customers WHERE ${where}`); // sink
  return NextResponse.json({ title, rows });
}
