import { runOnce } from '@nansha/shared/single-flight'
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'
import { nets, tf } from '@vladmandic/face-api/dist/face-api.esm.js'
import landmarksUrl from '@vladmandic/face-api/model/face_landmark_68_tiny_model.bin'
import landmarksManifest from '@vladmandic/face-api/model/face_landmark_68_tiny_model-weights_manifest.json'
import detectorUrl from '@vladmandic/face-api/model/tiny_face_detector_model.bin'
import detectorManifest from '@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json'

/** What the fork's types do not say of the TensorFlow.js inside its bundle. */
interface Bundled {
  setBackend(name: 'wasm'): Promise<boolean>
  setWasmPaths(paths: Readonly<Record<string, string>>): void
}

/**
 * TensorFlow.js wants to know all of its builds. Threads need a cross-origin isolated page, which this one is not, and
 * a browser without SIMD (before 2021, on iOS 2023) fails to start the one that is served; there the person presses the button.
 */
const BUILDS = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
]

/** Starts TensorFlow.js on WebAssembly and loads the two nets, once; everything is served from the app's own files. */
export const loadNets = runOnce(load)

async function load(): Promise<void> {
  const { setBackend, setWasmPaths } = tf as unknown as Bundled
  setWasmPaths(Object.fromEntries(BUILDS.map((name) => [name, wasmUrl])))
  await setBackend('wasm')
  await Promise.all([
    fill(nets.tinyFaceDetector, detectorUrl, detectorManifest),
    fill(nets.faceLandmark68TinyNet, landmarksUrl, landmarksManifest),
  ])
}

interface Fillable {
  loadFromWeightMap(weights: Record<string, unknown>): void
}

async function fill(net: Fillable, url: string, manifest: readonly { weights: object[] }[]): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  const weights = manifest.flatMap((group) => group.weights)
  net.loadFromWeightMap(tf.io.decodeWeights(await response.arrayBuffer(), weights as never))
}
