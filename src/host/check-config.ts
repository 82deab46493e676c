import * as v from 'valibot'
import type { Config } from '../model/config.js'
import { checkTopic } from './check-topic.js'
import { configSchema, type RawConfig } from './config-schema.js'
import { listed, toConfig } from './config-value.js'
import { describeIssues, type Complaint } from './describe-issue.js'
import { didYouMean } from './nearest.js'

/** What the reader of a configuration has to be told. */
export interface Surroundings {
  /** The day to take where the configuration names none. */
  readonly today: string
  /** The ids that `rules` may hold. */
  readonly ruleIds: readonly string[]
  /** The lists of words that a topic's patterns may name; without them, the names are not looked at. */
  readonly cueIds?: readonly string[]
}

export interface CheckedConfig {
  /** Undefined when something is wrong. */
  readonly raw?: RawConfig
  readonly complaints: readonly Complaint[]
}

function ruleComplaints(value: unknown, ruleIds: readonly string[]): readonly Complaint[] {
  const rules = (value as { rules?: unknown } | null)?.rules
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return []
  return Object.keys(rules).filter((id) => !ruleIds.includes(id)).map((id) => ({
    path: ['rules', id], atKey: true, message: `There is no rule "${id}". ${didYouMean(id, ruleIds)}`.trim(),
  }))
}

function topicComplaints(value: unknown, cueIds: readonly string[] | undefined): readonly Complaint[] {
  const topics = (value as { topics?: unknown } | null)?.topics
  return listed<unknown>(topics).flatMap((topic, index) => (typeof topic !== 'object' || topic === null ? [] : checkTopic(topic, cueIds).map((complaint) => ({
    ...complaint, path: ['topics', ...(Array.isArray(topics) ? [index] : []), ...complaint.path],
  }))))
}

/** Validates the plain data of a configuration; all that is wrong is told at once. An empty file is an empty configuration. */
export function checkConfig(value: unknown, { ruleIds, cueIds }: Omit<Surroundings, 'today'>): CheckedConfig {
  const result = v.safeParse(configSchema, value ?? {})
  const complaints = [...describeIssues(result.issues ?? []), ...ruleComplaints(value, ruleIds), ...topicComplaints(value, cueIds)]
  return result.success && complaints.length === 0 ? { raw: result.output, complaints } : { complaints }
}

/** The configuration that plain data stands for; throws an Error that names what is wrong. For data that is in no file of the user's, such as a rule's example. */
export function configFrom(value: unknown, surroundings: Surroundings): Config {
  const { raw, complaints } = checkConfig(value, surroundings)
  if (!raw) throw new Error(complaints.map((complaint) => complaint.message).join(' '))
  return toConfig(raw, surroundings.today)
}
