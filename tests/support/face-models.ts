import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadNets, type Nets } from '@nansha/core/face/nets'
import manifest from '../../cloudfunctions/face/package.json'

const root = join(import.meta.dirname, '../..')

/** Where the build would take a model of the face function from: the very files that are deployed. */
export function modelPath(file: string): string {
  const source = manifest.assets[`models/${file}` as keyof typeof manifest.assets]
  if (!source) throw new Error(`The face function does not ship ${file}`)
  return join(root, source)
}

export const readModel = (file: string): Promise<Uint8Array> => readFile(modelPath(file))

let nets: Promise<Nets> | undefined

/** The face function's nets, loaded once per test file. */
export function testNets(): Promise<Nets> {
  nets ??= loadNets(readModel, modelPath('tfjs-backend-wasm-simd.wasm'))
  return nets
}
