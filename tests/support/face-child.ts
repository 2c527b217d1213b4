/** Matches two photos in a process of its own and prints what came of it, with the runtime that did it; see twins.test.ts. */
import { readFile } from 'node:fs/promises'
import { loadFaceEngine } from '@nansha/core/face/face-engine'
import { matchPhotos } from '@nansha/core/face/match-photos'

interface Task {
  readonly models: Readonly<Record<string, string>>
  readonly probe: string
  readonly reference: string
}

async function run(): Promise<void> {
  const task = JSON.parse(process.argv[2] as string) as Task
  const engine = await loadFaceEngine((file) => task.models[file] as string)
  const result = await matchPhotos(engine, [await readFile(task.probe)], await readFile(task.reference))
  console.log(JSON.stringify({ runtime: engine.sface.runtime, ...result }))
}

run()
