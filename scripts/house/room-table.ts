import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

const Rule = v.object({ options: v.object({ patterns: v.array(v.object({ group: v.array(v.string()) })) }) })
const RoomOverride = v.object({
  includes: v.array(v.string()),
  linter: v.object({ rules: v.object({ style: v.object({ noRestrictedImports: Rule }) }) }),
})
const Biome = v.object({ overrides: v.array(v.unknown()) })

/** A line of the table: which files it is about, and what they must not import, as in a .gitignore: the last match decides. */
export interface Room {
  readonly includes: string
  readonly denied: readonly string[]
}

/** Reads the table of rooms: the overrides of biome.json that restrict imports. The last one about a file holds. */
export function readTable(repository: string): Room[] {
  const { overrides } = v.parse(Biome, JSON.parse(readFileSync(path.join(repository, 'biome.json'), 'utf8')))
  return overrides.flatMap((override) => {
    if (!v.is(RoomOverride, override)) return []
    const { includes, linter } = override
    const denied = linter.rules.style.noRestrictedImports.options.patterns.flatMap(({ group }) => group)
    return includes.map((glob) => ({ includes: glob, denied }))
  })
}

/** @returns the line of the table that a file stands under, if any */
export function roomOf(table: readonly Room[], file: string): Room | undefined {
  return table.filter(({ includes }) => matches(includes, file)).at(-1)
}

/** @param spelling how the import is written */
export function isDenied({ denied }: Room, spelling: string): boolean {
  const last = denied.filter((pattern) => matches(pattern.replace(/^!/, ''), spelling)).at(-1)
  return last !== undefined && !last.startsWith('!')
}

/** Globs of the table: `**`, `*` and `{a,b}`. */
export function matches(glob: string, text: string): boolean {
  const source = glob
    .replace(/[.+^$()|[\]\\?]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*\*|\*/g, (stars) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[stars] ?? stars)
  return new RegExp(`^${source}$`).test(text)
}
