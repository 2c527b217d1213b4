import { readFile } from 'node:fs/promises'
import { openReader } from '@nansha/core/document/text/open-reader'
import { createDocumentFunction } from '#functions/document/document-function'
import { silently } from '#support/silent-log'
import { serveRequests } from './serve-requests'

serveRequests((task, surroundings) => {
  const locate = (file: string) => task.models[file] as string
  const reader = openReader((file) => readFile(locate(file)), {
    mjs: locate('ort-wasm-simd-threaded.mjs'),
    wasm: locate('ort-wasm-simd-threaded.wasm'),
  })
  return createDocumentFunction({
    record: silently,
    ...surroundings,
    now: Date.now,
    reader,
  })
})
