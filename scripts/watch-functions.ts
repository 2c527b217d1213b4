import { watch } from 'node:fs'
import path from 'node:path'
import { type BuildContext, context, type Metafile } from 'esbuild'
import { bundleOptions, copyBeside, FUNCTIONS_OUTPUT, functionNames } from './build-functions'
import { REPOSITORY } from './project-folders'

/** Editors write a file in several steps; these many milliseconds of quiet end a change. */
const QUIET_MILLISECONDS = 30

interface Watched {
  readonly name: string
  readonly build: BuildContext
  /** The sources that went into the bundle, as absolute paths. */
  inputs: ReadonlySet<string>
}

/**
 * Builds every function, then again each one whose sources change. localcloud sees the newer bundle at the next call.
 *
 * @param rebuilt told after each build: the function, how long it took, and esbuild's words if it failed
 * @returns stops watching
 */
export async function watchFunctions(
  rebuilt: (name: string, milliseconds: number, failure: string | null) => void,
): Promise<() => Promise<void>> {
  const watched = await Promise.all((await functionNames()).map(openBuild))
  const changed = new Set<string>()
  let quiet: NodeJS.Timeout | undefined

  const buildChanged = async () => {
    const files = [...changed]
    changed.clear()
    const affected = watched.filter(({ inputs }) => files.some((file) => inputs.has(file)))
    await Promise.all(affected.map((one) => rebuild(one, rebuilt)))
  }
  const watchers = ['cloudfunctions', 'shared'].map((folder) =>
    watch(path.join(REPOSITORY, folder), { recursive: true }, (_event, file) => {
      if (!file) return
      changed.add(path.join(REPOSITORY, folder, file))
      clearTimeout(quiet)
      quiet = setTimeout(buildChanged, QUIET_MILLISECONDS)
    }),
  )
  return async () => {
    clearTimeout(quiet)
    for (const watcher of watchers) watcher.close()
    await Promise.all(watched.map(({ build }) => build.dispose()))
  }
}

async function openBuild(name: string): Promise<Watched> {
  await copyBeside(name, FUNCTIONS_OUTPUT)
  const build = await context(await bundleOptions(name, FUNCTIONS_OUTPUT))
  const { metafile } = await build.rebuild()
  return { name, build, inputs: inputsOf(metafile) }
}

async function rebuild(
  one: Watched,
  rebuilt: (name: string, milliseconds: number, failure: string | null) => void,
): Promise<void> {
  const started = performance.now()
  try {
    const { metafile } = await one.build.rebuild()
    one.inputs = inputsOf(metafile)
    rebuilt(one.name, performance.now() - started, null)
  } catch (error) {
    rebuilt(one.name, performance.now() - started, (error as Error).message)
  }
}

function inputsOf(metafile: Metafile | undefined): ReadonlySet<string> {
  return new Set(Object.keys(metafile?.inputs ?? {}).map((file) => path.resolve(file)))
}
