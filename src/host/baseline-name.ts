/** The name that a baseline has where none is given. In a file of its own, since every check asks for it and few read one. */
export const BASELINE = 'saydo-baseline.json'
