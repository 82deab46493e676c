import { byCodeUnits } from '../model/text.js'
import { codeowners } from './codeowners.js'
import { decode } from './decode.js'
import { UsageError } from './errors.js'
import type { Project } from './open-project.js'

/**
 * The project with the text of one document taken from elsewhere than the disk, such as what an editor has not saved
 * yet. Text that cannot be read becomes a problem. Throws a UsageError for a path that no document would have.
 */
export function withText(project: Project, path: string, bytes: Uint8Array): Project {
  const placed = project.files.find((file) => file.path === path) ?? project.place(path)
  if (!placed) throw new UsageError(`"${path}" would not be among the documents that saydo reads, so there is nothing to check in it.`, 'Name a file that "say" or "do" in saydo.yaml stands for; it need not be on the disk yet.')
  const others = project.files.filter((file) => file.path !== path)
  const problems = project.problems.filter(({ file }) => file !== path)
  const decoded = decode(bytes)
  const owners = new Map([...project.owners, ...codeowners(project.root, [path])])
  if (decoded.text === undefined) return { ...project, owners, files: others, problems: [...problems, { file: path, ...decoded }] }
  return { ...project, owners, problems, files: [...others, { path, side: placed.side, tags: placed.tags, source: decoded.text }].toSorted((a, b) => byCodeUnits(a.path, b.path)) }
}
