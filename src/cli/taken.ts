import type { Side } from '../model/document.js'
import type { SourceFile } from '../model/program.js'
import { harmless } from '../reporters/harmless.js'
import { say, type Messages } from '../reporters/phrase.js'

const MOST = 10

function side(files: readonly SourceFile[], name: Side, messages: Messages): readonly string[] {
  const paths = files.filter((file) => file.side === name).map((file) => harmless(file.path))
  const more = paths.length > MOST ? [say({ id: 'cli.took-more', slots: { n: String(paths.length - MOST) } }, messages)] : []
  return [say({ id: `cli.took-${name}`, slots: { n: String(paths.length) } }, messages), ...[...paths.slice(0, MOST), ...more].map((path) => `  ${path}`)]
}

/** Tells which documents were taken for which side: without a configuration, nobody has written that down. */
export function taken(files: readonly SourceFile[], messages: Messages): string {
  return [...side(files, 'say', messages), ...side(files, 'do', messages), ''].map((line) => `${line}\n`).join('')
}
