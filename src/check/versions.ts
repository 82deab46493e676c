import type { Extract, Statement } from '../model/claim.js'

/** One text in one language. */
export interface Version {
  readonly language: string
  readonly statements: readonly Statement[]
}

/** `site/sk/faq.md`, `site/faq.en.md`, `site/faq_en-GB.md` → "site/faq.md": the path without the parts that name a language. */
function withoutLanguage(path: string, tags: ReadonlySet<string>): string {
  const kept = (mark: string, part: string): string => (tags.has(part.slice(0, 2)) ? '' : mark + part)
  return path.replace(/(^|[/._-])([a-z]{2}(?:[-_][A-Z]{2})?)(?=[/._-]|$)/g, (_, mark: string, part: string) => kept(mark, part)).replace(/^\//, '')
}

/** Files that hold several languages side by side: a table of texts with a key or a column for each. */
function inside(extract: Extract): Version[] {
  const languages = [...new Set(extract.statements.filter((statement) => statement.address !== undefined).map((statement) => statement.language))]
  return languages.map((language) => ({ language, statements: extract.statements.filter((statement) => statement.language === language) }))
}

/** Texts of one side that are versions of one another: the same path but for the language, or the same keys. */
export function versionsOf(extracts: readonly Extract[]): readonly (readonly Version[])[] {
  const tags = new Set(extracts.flatMap((extract) => [extract.language, ...extract.statements.map((statement) => statement.language)]))
  if (tags.size < 2) return []
  const byPath = new Map<string, Version[]>()
  for (const extract of extracts) {
    const key = `${extract.side} ${withoutLanguage(extract.file, tags)}`
    byPath.set(key, [...(byPath.get(key) ?? []), { language: extract.language, statements: extract.statements }])
  }
  const files = [...byPath.values()].filter((versions) => new Set(versions.map(({ language }) => language)).size > 1)
  return [...files, ...extracts.map(inside).filter((versions) => versions.length > 1)]
}
