/** A length that fits the file, then a JSON object: https://github.com/huggingface/safetensors */
export function isSafetensors(head: Buffer, size: number): boolean {
  if (head.length < 10 || head[8] !== 0x7b) return false;
  const length = head.readBigUInt64LE(0);
  return length >= 2n && length <= 100_000_000n && length <= BigInt(size) - 8n;
}
