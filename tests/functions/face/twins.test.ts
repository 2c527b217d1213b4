import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FaceMatch } from '@nansha/core/face/face-match'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { bundleOptions } from '#scripts/build-functions'
import manifest from '../../../cloudfunctions/face/package.json'
import { locateModel } from '../../support/face-models'
import { cropFace, SAME_PERSON } from '../../support/faces'

const repository = join(import.meta.dirname, '../../..')
const bundle = join(repository, 'dist/tests/face-child.cjs')
const folder = await mkdtemp(join(tmpdir(), 'face-twins-'))
afterAll(() => rm(folder, { recursive: true }))

/** Bundled as functions are; beneath the repository, where native modules are found. */
await build({
  ...(await bundleOptions('face', join(repository, 'dist/tests'))),
  entryPoints: [join(repository, 'tests/support/face-child.ts')],
  outfile: bundle,
})
const [probe, reference] = await Promise.all(
  SAME_PERSON.map(async (index) => {
    const file = join(folder, `${index}.jpg`)
    await writeFile(file, await cropFace(index))
    return file
  }),
)
const files = Object.keys(manifest.assets).map((asset) => asset.replace('models/', ''))
const models = Object.fromEntries(files.map((file) => [file, locateModel(file)]))

async function matchIn(...flags: string[]): Promise<FaceMatch & { runtime: string }> {
  const task = JSON.stringify({ models, probe, reference })
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, bundle, task])
  return JSON.parse(stdout)
}

it('the face function decides the same on native binaries and, where they do not load, on WebAssembly', async () => {
  const native = await matchIn()
  // Node refuses to load any native module: sharp and onnxruntime must do without.
  const wasm = await matchIn('--no-addons')
  expect([native.runtime, wasm.runtime]).toEqual(['native', 'wasm'])
  expect([native.decision, wasm.decision]).toEqual(['match', 'match'])
  // The decoders round a little differently.
  expect(Math.abs(native.score - wasm.score)).toBeLessThan(0.1)
  expect(wasm.portrait.length).toBeGreaterThan(1000)
})
