import { join } from 'node:path'
import { loadFaceEngine } from '@nansha/core/face/face-engine'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { openCloud } from '@nansha/core/platform/cloud'
import { createFaceFunction } from './face-function'

const cloud = openCloud()
// Begun while the container starts, so that the first call finds the models loaded.
const engine = loadFaceEngine((file) => join(__dirname, 'models', file))
engine.catch(() => undefined)

export const main = createFaceFunction({
  caller: cloud.caller,
  record: createInvocationLog('face'),
  download: cloud.files.download,
  now: Date.now,
  engine,
})
