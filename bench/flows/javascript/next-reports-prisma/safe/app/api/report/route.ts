import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";
import { planReport } from "../../../lib/report";

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const { question } = await request.json();
  const { title, country } = await planReport(question);
  const rows = await prisma.$queryRaw`SELECT id, country, age FROM customers WHERE country = ${country}`;
  return NextResponse.json({ title, rows });
}
