import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { indexSchema } from './database/catalogue'

/** `functions.json`: limits of each function, and the path under which the world reaches one over HTTP. */
const functionsSchema = v.array(
  v.strictObject({
    name: v.string(),
    /** Seconds; the platform allows up to 60. */
    timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    /** Megabytes; the platform allows 64 to 3072. */
    memorySize: v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(3072)),
    httpPath: v.optional(v.pipe(v.string(), v.startsWith('/'))),
  }),
)
export type FunctionDefinition = v.InferOutput<typeof functionsSchema>[number]

const ruleSchema = v.union([v.boolean(), v.string()])

/** `collections.json`: collections with their indexes and what clients may do with them, which is nothing. */
const collectionsSchema = v.array(
  v.strictObject({
    name: v.string(),
    rules: v.strictObject({ read: ruleSchema, write: ruleSchema }),
    indexes: v.array(indexSchema),
  }),
)

/** `function-rules.json`: which functions clients may call; `*` stands for those not named. */
const functionRulesSchema = v.record(v.string(), v.strictObject({ invoke: ruleSchema }))

/** `storage-rules.json`: which files clients may read and write. */
const storageRulesSchema = v.strictObject({ read: ruleSchema, write: ruleSchema })

/** The checked-in files of `cloudfunctions/deploy`, which the deploy script reads as well. */
export interface Deployment {
  readonly functions: readonly FunctionDefinition[]
  readonly collections: v.InferOutput<typeof collectionsSchema>
  readonly functionRules: v.InferOutput<typeof functionRulesSchema>
  readonly storageRules: v.InferOutput<typeof storageRulesSchema>
}

/** Reads them. @throws Error naming the file and the field that is wrong */
export function readDeployment(deployDir: string): Deployment {
  return {
    functions: read(deployDir, 'functions.json', functionsSchema),
    collections: read(deployDir, 'collections.json', collectionsSchema),
    functionRules: read(deployDir, 'function-rules.json', functionRulesSchema),
    storageRules: read(deployDir, 'storage-rules.json', storageRulesSchema),
  }
}

function read<S extends v.GenericSchema>(folder: string, name: string, schema: S): v.InferOutput<S> {
  const file = join(folder, name)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`${file} is missing or not JSON.`, { cause })
  }
  const result = v.safeParse(schema, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'content'}: ${issue.message}`)
}
