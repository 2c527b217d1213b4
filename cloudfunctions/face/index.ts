import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadNets } from '@nansha/core/face/nets'
import { openCloud } from '@nansha/core/platform/cloud'
import { createFaceFunction } from './face-function'

const cloud = openCloud()
const models = join(__dirname, 'models')
// Begun while the container starts, so that the first call finds the nets loaded.
const nets = loadNets((file) => readFile(join(models, file)), join(models, 'tfjs-backend-wasm-simd.wasm'))
nets.catch(() => undefined)

export const main = createFaceFunction({ caller: cloud.caller, download: cloud.files.download, nets })
