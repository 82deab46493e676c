import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** A document before and after, under the path by which the reader finds it. */
export interface Changed {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** A unified diff of the documents, which `git apply` and `patch -p1` can read. */
export function diffOf(changed: readonly Changed[]): string {
  return changed.map(({ path, before, after }) => createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY })).join('')
}
