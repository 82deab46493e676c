interface About {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly licenses?: readonly { readonly type: string }[]
}

export const KNOWN: readonly string[]
export function packagesOf(files: readonly string[]): readonly string[]
export function licenceOf(about: About): string
export function licencesOf(folders: readonly string[], root: string): string
