import * as v from 'valibot'
import type { Config } from '../model/config.js'
import type { Pack } from '../model/pack.js'
import { checkTopic } from './check-rule-file.js'
import { configSchema, type RawConfig } from './config-schema.js'
import { listed, toConfig } from './config-value.js'
import { optionComplaints } from './check-options.js'
import { describeIssues, type Complaint, type Path } from './describe-issue.js'
import { noSuch } from './nearest.js'

/** What the reader of a configuration has to be told. */
export interface Surroundings {
  /** The day to take where the configuration names none. */
  readonly today: string
  /** The ids that `rules` may hold. */
  readonly ruleIds: readonly string[]
  /** The lists of words that a topic's patterns may name; without them, the names are not looked at. */
  readonly cueIds?: readonly string[]
  /** The rules of saydo, which the user's own are added to; without them, options of rules are not looked at. */
  readonly pack?: Pack
}

export interface CheckedConfig {
  /** Undefined when something is wrong. */
  readonly raw?: RawConfig
  readonly complaints: readonly Complaint[]
}

/** Every map of rules in a configuration, with the way to it: its own, and those of its overrides. */
function ruleMaps(value: unknown): readonly (readonly [unknown, Path])[] {
  const { rules, overrides } = (typeof value === 'object' && value !== null ? value : {}) as { rules?: unknown; overrides?: unknown }
  const inner = Array.isArray(overrides) ? overrides.map((one, index): readonly [unknown, Path] => [(one as { rules?: unknown } | null)?.rules, ['overrides', index, 'rules']]) : []
  return [[rules, ['rules']], ...inner]
}

function ruleComplaints(rules: unknown, path: Path, ruleIds: readonly string[]): readonly Complaint[] {
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return []
  return Object.keys(rules).filter((id) => !ruleIds.includes(id)).map((id) => ({
    path: [...path, id], atKey: true, message: noSuch('rule', id, ruleIds),
  }))
}

/** A file that lists projects holds nothing else: each of them has its own settings, and what they share is a file that they extend. */
function projectComplaints(value: unknown): readonly Complaint[] {
  if (typeof value !== 'object' || value === null || !('projects' in value)) return []
  return Object.keys(value).filter((key) => key !== 'projects').map((key) => ({
    path: [key], atKey: true, message: `Beside "projects" nothing else can stand here. Put "${key}" into a file that the projects name under "extends".`,
  }))
}

function topicComplaints(value: unknown, cueIds: readonly string[] | undefined): readonly Complaint[] {
  const topics = (value as { topics?: unknown } | null)?.topics
  return listed<unknown>(topics).flatMap((topic, index) => (typeof topic !== 'object' || topic === null ? [] : checkTopic(topic, cueIds).map((complaint) => ({
    ...complaint, path: ['topics', ...(Array.isArray(topics) ? [index] : []), ...complaint.path],
  }))))
}

/** Validates the plain data of a configuration; all that is wrong is told at once. An empty file is an empty configuration. */
export function checkConfig(value: unknown, { ruleIds, cueIds, pack }: Omit<Surroundings, 'today'>): CheckedConfig {
  const result = v.safeParse(configSchema, value ?? {})
  const complaints = [
    ...describeIssues(result.issues ?? []), ...projectComplaints(value), ...topicComplaints(value, cueIds),
    ...ruleMaps(value).flatMap(([rules, path]) => [...ruleComplaints(rules, path, ruleIds), ...(pack ? optionComplaints(rules, path, pack) : [])]),
  ]
  return result.success && complaints.length === 0 ? { raw: result.output, complaints } : { complaints }
}

/** The configuration that plain data stands for; throws an Error that names what is wrong. For data that is in no file of the user's, such as a rule's example. */
export function configFrom(value: unknown, surroundings: Surroundings): Config {
  const { raw, complaints } = checkConfig(value, surroundings)
  if (!raw) throw new Error(complaints.map((complaint) => complaint.message).join(' '))
  return toConfig(raw, surroundings.today)
}
