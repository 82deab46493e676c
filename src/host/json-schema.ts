import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Pack, Rule, RuleOption } from '../model/pack.js'
import { conceptFile, cueFile, ruleFile, topicFile } from '../packs/schema.js'
import { isDay } from './clock.js'
import { configSchema } from './config-schema.js'

type Schema = Exclude<JsonSchema, boolean>

/** The JSON Schema of a valibot schema. A key that must not be there is `false`, which editors report in plain words. */
function converted(schema: v.GenericSchema): Schema {
  return toJsonSchema(schema, {
    // a check has no words in JSON Schema; and of "anything, that is a map, with these keys" the last says it all
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) => ('requirement' in valibotAction && valibotAction.requirement === isDay ? { ...jsonSchema, format: 'date' } : undefined),
  })
}

const isNothing = (value: unknown): boolean => typeof value === 'object' && value !== null && 'not' in value && Object.keys(value).length === 1

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'additionalProperties' && isNothing(inner) ? false : closed(inner)]))
}

const titled = (schema: v.GenericSchema, title: string): Schema => ({ ...(closed(converted(schema)) as Schema), title })

const list = (items: Schema): Schema => ({ anyOf: [{ type: 'array', items }, items] })

/** The options of a rule, as the configuration sets them. */
function optionsOf({ options, parts }: Rule): Record<string, Schema> {
  const typeOf = ({ type }: RuleOption): Schema => {
    if (type === 'number') return { type: 'number', minimum: 0 }
    return list(type === 'steps' ? { enum: parts.map((part) => part.id) } : { type: 'string', minLength: 1 })
  }
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { ...typeOf(option), description: option.title }]))
}

/** `rules` of saydo.yaml with each rule that there is, and what it is about. */
function withRules(config: Schema, rules: readonly Rule[]): Schema {
  const setting = config.properties?.['rules'] as Schema
  const [plain, choice] = (setting.additionalProperties as Schema).anyOf as [Schema, Schema]
  const known = rules.map((rule): [string, Schema] => [rule.id, {
    anyOf: [plain, { ...choice, properties: { ...choice.properties, ...optionsOf(rule) }, additionalProperties: false }],
    description: `${rule.title}. ${rule.why} (${rule.severity} unless set otherwise)`,
  }])
  const withAll = (properties: Schema['properties']): Schema['properties'] => ({ ...properties, rules: { ...setting, properties: Object.fromEntries(known) } })
  const overrides = config.properties?.['overrides'] as Schema
  const override = overrides.items as Schema
  return { ...config, properties: { ...withAll(config.properties), overrides: { ...overrides, items: { ...override, properties: withAll(override.properties) } } } }
}

/** A JSON Schema by file name for everything that people write for saydo, made from the schemas that also check it. */
export function jsonSchemas(pack: Pack): Readonly<Record<string, Schema>> {
  return {
    'saydo.json': withRules(titled(configSchema, 'saydo.yaml'), pack.rules),
    'rule.json': titled(ruleFile, 'A rule of saydo'),
    'topic.json': titled(topicFile, 'A topic of saydo'),
    'concepts.json': titled(conceptFile, 'Concepts of saydo'),
    'cue.json': titled(cueFile, 'A list of words of saydo'),
  }
}
