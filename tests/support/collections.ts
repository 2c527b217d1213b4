import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Stored } from '@nansha/core/platform/database'
import type { DefinedCollection } from '@nansha/core/records/keeping'

const records = path.resolve(import.meta.dirname, '../../cloudfunctions/core/records')

const modules = await Promise.all(
  readdirSync(records).map(
    (file) => import(pathToFileURL(path.join(records, file)).href) as Promise<Record<string, unknown>>,
  ),
)

/** Every token that a module of core/records exports; several may name one collection. */
export const DEFINITIONS: readonly DefinedCollection<Stored>[] = modules
  .flatMap((module) => Object.values(module))
  .filter(isDefinition)

/** Every collection that is defined, by name. */
export const COLLECTIONS: ReadonlyMap<string, DefinedCollection<Stored>> = new Map(
  DEFINITIONS.map((collection) => [collection.name, collection]),
)

function isDefinition(value: unknown): value is DefinedCollection<Stored> {
  return typeof value === 'object' && value !== null && 'keeping' in value
}
