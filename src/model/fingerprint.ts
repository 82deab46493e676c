/** 64-bit FNV-1a as 16 hex digits: short, stable over versions of Node, and enough to tell findings apart. */
export function fingerprint(parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n
  for (const char of parts.join('\u0000')) {
    hash ^= BigInt(char.codePointAt(0) as number)
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return hash.toString(16).padStart(16, '0')
}
