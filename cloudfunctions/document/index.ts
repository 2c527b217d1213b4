import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '@nansha/core/document/text/open-reader'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { openCloud } from '@nansha/core/platform/cloud'
import { createDocumentFunction } from './document-function'

const cloud = openCloud()
const locate = (file: string) => join(__dirname, 'models', file)
// Begun while the container starts, so that the first call finds the nets loaded.
const reader = openReader((file) => readFile(locate(file)), {
  mjs: locate('ort-wasm-simd-threaded.mjs'),
  wasm: locate('ort-wasm-simd-threaded.wasm'),
})
reader.catch(() => undefined)

export const main = createDocumentFunction({
  caller: cloud.caller,
  record: createInvocationLog('document'),
  download: cloud.files.download,
  now: Date.now,
  reader,
})
