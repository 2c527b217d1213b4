import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
import { restoreChainedMethods } from './chained-methods'
import { concatChannelsFast } from './concat-channels'

let started: Promise<void> | undefined

/**
 * Starts TensorFlow.js on its WebAssembly backend, once per process.
 * @param wasmFile path of `tfjs-backend-wasm-simd.wasm`; every x86-64 and arm64 server that runs Node 20 has SIMD
 */
export function startTensors(wasmFile: string): Promise<void> {
  started ??= start(wasmFile)
  return started
}

async function start(wasmFile: string): Promise<void> {
  restoreChainedMethods()
  concatChannelsFast()
  // The backend wants a path for each of its builds; in Node it only ever takes the one with SIMD and no threads.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmFile,
    'tfjs-backend-wasm-simd.wasm': wasmFile,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmFile,
  })
  // face-api.js is inference only: the checks and gradients of training cost time and memory.
  tf.enableProdMode()
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js could not start its wasm backend')
  await tf.ready()
}
