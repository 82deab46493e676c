/** A key as people would say it: `free_shipping_from`, `freeShippingFrom` and `free-shipping-from` → "free shipping from". */
export function readable(key: string): string {
  return key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[._\-/\s]+/g, ' ')
    .trim()
    .split(' ')
    .map(lowered)
    .join(' ')
}

// "VAT" and "SLA" stay as they are; "Free" and "From" are words.
function lowered(word: string): string {
  return /^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()
}

const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|www\.)\S+$/i
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const path = /^(?:(?:\.{1,2}|~)?\/\S*|[\w.@-]+(?:\/[\w.@-]+)*\/[\w@-]+\.[a-z]\w{0,4})$/i

/** True for web addresses, e-mail addresses and file paths: nothing that is said. */
export function isAddress(text: string): boolean {
  return address.test(text) || mail.test(text) || path.test(text)
}

const identifierKeys = new Set(['id', 'code', 'key', 'slug', 'sku'])

/** True for a short identifier under a key that holds such. */
export function isIdentifier(key: string | undefined, text: string): boolean {
  return key !== undefined && identifierKeys.has(key.toLowerCase()) && /^[\p{L}\p{M}\p{N}_-]+$/u.test(text)
}
