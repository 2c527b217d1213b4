import path from 'node:path'
import {
  createVitest,
  type TestModule,
  type TestSequencer,
  type TestSpecification,
  type Vitest,
} from 'vitest/node'
import { QUICK_TESTS } from '#scripts/quick-tests'
import type { Mutant } from './instrument'

export type Outcome = 'noticed' | 'timed out' | 'survived' | 'not reached'

const REPOSITORY = path.resolve(import.meta.dirname, '../..')
/** Tests may take so many times as long as without a fault, and so many milliseconds more. */
const PATIENCE = { factor: 5, more: 120_000 } as const

/** Test files that pass without any fault, the fastest first, and how often each of them reaches each mutant. */
interface Group {
  readonly files: readonly {
    readonly specification: TestSpecification
    readonly reached: Readonly<Record<string, number>>
  }[]
  readonly milliseconds: number
  /** Mutants that are reached while the sources are read, and so bear on all files. */
  readonly early: ReadonlySet<string>
}

/**
 * The quick tests over instrumented sources, in one vitest and without isolation: each source is transformed once, and one
 * worker for each mutant reads it once.
 */
export class QuickSuite {
  private constructor(private readonly vitest: Vitest) {}

  /** @param texts instrumented texts by path below the repository */
  static async open(texts: ReadonlyMap<string, string>): Promise<QuickSuite> {
    const vitest = await createVitest('test', SETTINGS, { plugins: [replacing(texts)] })
    await vitest.standalone()
    return new QuickSuite(vitest)
  }

  /** The tests at the mirrored path of a folder or file. */
  async near(folder: string): Promise<Group> {
    const mirrored = path.join(REPOSITORY, mirrorOf(folder))
    const all = await this.vitest.globTestSpecifications()
    return this.look(all.filter(({ moduleId }) => moduleId.startsWith(mirrored)))
  }

  /** All other tests that import one of some files, directly or not. */
  async far(folder: string, files: readonly string[]): Promise<Group> {
    const mirrored = path.join(REPOSITORY, mirrorOf(folder))
    this.vitest.config.related = files.map((file) => path.join(REPOSITORY, file))
    const all = await this.vitest.getRelevantTestSpecifications()
    return this.look(all.filter(({ moduleId }) => !moduleId.startsWith(mirrored)))
  }

  async try({ id, file }: Mutant, { files, milliseconds, early }: Group): Promise<Outcome> {
    const counts = files.map(({ reached }) => reached[id] ?? 0)
    const most = Math.max(0, ...counts)
    if (most === 0) return 'not reached'
    const reaching = files.filter((_, at) => early.has(id) || counts[at])
    const limit = PATIENCE.more + PATIENCE.factor * milliseconds
    const all = reaching.map(({ specification }) => specification)
    const beside = path.join(REPOSITORY, mirrorOf(path.dirname(file)))
    const isBeside = ({ moduleId }: TestSpecification) => moduleId.startsWith(beside)
    // What is made for it notices it soonest; most sources of `shared` are read by nearly every test.
    const specifications = [...all.filter(isBeside), ...all.filter((one) => !isBeside(one))]
    const { modules, isTimedOut } = await this.run(specifications, id, 1000 * most, limit)
    if (isTimedOut) return 'timed out'
    // A fault that eats all memory ends the worker, whose files then never end.
    const hasEnded = (module: TestModule) => ['passed', 'skipped'].includes(module.state())
    return modules.length === specifications.length && modules.every(hasEnded) ? 'survived' : 'noticed'
  }

  close(): Promise<void> {
    return this.vitest.close()
  }

  /** Runs test files without any fault; those that fail are left out. */
  private async look(specifications: readonly TestSpecification[]): Promise<Group> {
    const began = Date.now()
    const { modules } = await this.run(specifications, null, Number.MAX_SAFE_INTEGER)
    const passed = new Set(modules.filter((module) => module.ok()).map(({ moduleId }) => moduleId))
    for (const { moduleId } of specifications)
      if (!passed.has(moduleId)) console.warn(`Left out, because it fails without any fault: ${moduleId}`)
    const byDuration = modules
      .filter(({ moduleId }) => passed.has(moduleId))
      // The fastest first: most mutants are noticed by one of them.
      .sort((one, other) => one.diagnostic().duration - other.diagnostic().duration)
    const files = byDuration.flatMap((module) =>
      specifications
        .filter(({ moduleId }) => moduleId === module.moduleId)
        .map((specification) => ({ specification, reached: module.meta().reached ?? {} })),
    )
    const early = new Set(byDuration.flatMap((module) => module.meta().reachedEarly ?? []))
    return { files, milliseconds: Date.now() - began, early }
  }

  /** @param limit milliseconds after which the tests are ended by force */
  private async run(
    specifications: readonly TestSpecification[],
    mutant: string | null,
    hitLimit: number,
    limit?: number,
  ): Promise<{ readonly modules: readonly TestModule[]; readonly isTimedOut: boolean }> {
    this.vitest.provide('mutant', mutant)
    this.vitest.provide('hitLimit', hitLimit)
    this.vitest.config.bail = mutant === null ? 0 : 1
    this.vitest.state.filesMap.clear()
    let isTimedOut = false
    const end = () => {
      isTimedOut = true
      // The second call ends a worker that does not answer the first.
      void this.vitest.cancelCurrentRun('test-failure')
      void this.vitest.cancelCurrentRun('test-failure')
    }
    const timer = limit === undefined ? undefined : setTimeout(end, limit)
    const { testModules } = await this.vitest.runTestSpecifications([...specifications])
    clearTimeout(timer)
    return { modules: testModules, isTimedOut }
  }
}

/** Test files run in the order in which they are given. */
class AsGiven implements TestSequencer {
  shard(specifications: TestSpecification[]) {
    return specifications
  }

  sort(specifications: TestSpecification[]) {
    return specifications
  }
}

const SETTINGS = {
  root: REPOSITORY,
  config: false as const,
  watch: false,
  include: [...QUICK_TESTS.include],
  exclude: [...QUICK_TESTS.exclude],
  setupFiles: [path.join(import.meta.dirname, 'switch-mutant.ts')],
  provide: { mutant: null, hitLimit: Number.MAX_SAFE_INTEGER },
  // A busy machine must not look like a test that notices.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: 1,
  isolate: false,
  reporters: [{}],
  sequence: { sequencer: AsGiven },
}

function mirrorOf(folder: string): string {
  const below = folder.replace(/^cloudfunctions\//, '').replace(/\/$/, '')
  return path.join('tests', below.endsWith('.ts') ? below.replace(/ts$/, '') : `${below}/`)
}

function replacing(texts: ReadonlyMap<string, string>) {
  return {
    name: 'instrumented-files',
    enforce: 'pre' as const,
    load: (id: string) => texts.get(path.relative(REPOSITORY, id.split('?')[0] ?? '')) ?? null,
  }
}
