import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from '#scripts/build-functions'
import documentManifest from '../../../cloudfunctions/document/package.json'
import faceManifest from '../../../cloudfunctions/face/package.json'
import type { Measured, Task } from './serve-requests'

const root = join(import.meta.dirname, '../../..')
const MANIFESTS = { document: documentManifest, face: faceManifest }

export type FunctionName = keyof typeof MANIFESTS

/** A function in a process of its own. */
export interface RunningFunction {
  /** Has it answer one of its task's events. */
  ask(event: string): Promise<Measured>
  stop(): void
}

/** Bundles a function as it is bundled for the cloud; beneath the repository, where its native modules are found. */
export async function bundleFunction(name: FunctionName): Promise<string> {
  const outfile = join(root, `dist/bench/${name}.cjs`)
  const options = await bundleOptions(name, join(root, 'dist/bench'))
  await build({ ...options, entryPoints: [join(import.meta.dirname, `${name}-process.ts`)], outfile })
  return outfile
}

/** Writes down what the function will be asked, with the models that the build would ship. */
export async function writeTask(
  folder: string,
  name: FunctionName,
  task: Omit<Task, 'models'>,
): Promise<string> {
  const models = Object.fromEntries(
    Object.entries(MANIFESTS[name].assets).map(([asset, source]) => [
      asset.replace('models/', ''),
      join(root, source),
    ]),
  )
  const file = join(folder, `${name}.json`)
  await writeFile(file, JSON.stringify({ ...task, models }))
  return file
}

/** @param flags of Node; `--no-addons` forces the WebAssembly twins */
export function startFunction(bundle: string, task: string, flags: readonly string[]): RunningFunction {
  const child = fork(bundle, [task], { execArgv: [...flags] })
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${bundle} ended with ${code}`)
  })
  // Only whoever waits for an answer needs to hear of it.
  died.catch(() => undefined)
  return {
    async ask(event) {
      const answered = once(child, 'message') as Promise<[Measured]>
      child.send(event)
      const [measured] = await Promise.race([answered, died])
      return measured
    },
    stop: () => void child.kill(),
  }
}
