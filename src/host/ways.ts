import { isAbsolute, relative, sep } from 'node:path'

/** The way from a folder to a path, with forward slashes, as reports write it on every system; empty to the folder itself. */
export const wayTo = (folder: string, path: string): string => relative(folder, path).split(sep).join('/')

/** Whether a way leads out of the folder that it begins in; to another drive of Windows there is only a whole path. */
export const leavesFolder = (way: string): boolean => isAbsolute(way) || way.split('/')[0] === '..'
