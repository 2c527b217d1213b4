import { afterEach, beforeEach, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Id of the mutant that is switched on; null for none. */
    mutant: string | null
    /** How often the mutant's place may be reached before its test counts as one that never ends. */
    hitLimit: number
  }
  interface TaskMeta {
    /** How often each mutant's place was reached up to the end of a file's last test, by id. */
    reached?: Record<string, number>
    /** The mutants that were reached before the file's first test: the sources are read once for all files. */
    reachedEarly?: string[]
  }
}

/** What Stryker's instrumented text reads and writes; one for all test files of a worker, because that text keeps it. */
interface Stryker {
  activeMutant: string
  hitCount: number
  hitLimit: number
  mutantCoverage: { static: Record<string, number>; perTest: object }
}
const scope = globalThis as { __stryker__?: Stryker }
scope.__stryker__ ??= {
  activeMutant: inject('mutant') ?? '',
  hitCount: 0,
  hitLimit: inject('hitLimit'),
  mutantCoverage: { static: {}, perTest: {} },
}
const { mutantCoverage } = scope.__stryker__
const before = { ...mutantCoverage.static }
const since = () =>
  Object.entries(mutantCoverage.static)
    .map(([id, count]) => [id, count - (before[id] ?? 0)] as const)
    .filter(([, count]) => count > 0)

beforeEach(({ task }) => {
  task.file.meta.reachedEarly ??= since().map(([id]) => id)
})

afterEach(({ task }) => {
  task.file.meta.reached = Object.fromEntries(since())
})
