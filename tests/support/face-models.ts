import { join } from 'node:path'
import { type FaceEngine, loadFaceEngine } from '@nansha/core/face/face-engine'
import manifest from '../../cloudfunctions/face/package.json'

const root = join(import.meta.dirname, '../..')

/** Where the build would take a model of the face function from: the very files that are deployed. */
export function locateModel(file: string): string {
  const source = manifest.assets[`models/${file}` as keyof typeof manifest.assets]
  if (!source) throw new Error(`The face function does not ship ${file}`)
  return join(root, source)
}

let engine: Promise<FaceEngine> | undefined

/** The face function's models, loaded once per test file. */
export function testEngine(): Promise<FaceEngine> {
  engine ??= loadFaceEngine(locateModel)
  return engine
}
