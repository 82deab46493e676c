import type { Problem } from '../model/document.js'

/** The user asked for something impossible: one sentence, and what to try instead. Exit code 2. */
export class UsageError extends Error {
  constructor(message: string, readonly hint?: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Everything that is wrong with a configuration, gathered. Exit code 2. */
export class ConfigError extends Error {
  constructor(
    /** The folder that the files of the problems stand in. */
    readonly root: string,
    readonly problems: readonly Problem[],
    readonly sources: ReadonlyMap<string, string>,
  ) {
    super(problems.map((problem) => `${problem.file}: ${problem.message}`).join('\n'))
    this.name = 'ConfigError'
  }
}
