import * as tf from '@tensorflow/tfjs-core'
import { FaceLandmark68Net, FaceRecognitionNet, TinyFaceDetector } from 'face-api.js'
import { loadModel, type ModelFile, type ReadModel } from './model-files'
import { startTensors } from './tensors'

/** The nets of face-api.js that the face step runs. */
export interface Nets {
  readonly detector: TinyFaceDetector
  readonly landmarks: FaceLandmark68Net
  readonly recognition: FaceRecognitionNet
}

/**
 * Starts the tensor backend and loads the nets.
 * @param wasmFile path of the backend's WebAssembly binary
 */
export async function loadNets(read: ReadModel, wasmFile: string): Promise<Nets> {
  await startTensors(wasmFile)
  const nets = {
    detector: new TinyFaceDetector(),
    landmarks: new FaceLandmark68Net(),
    recognition: new FaceRecognitionNet(),
  }
  await Promise.all([
    fill(nets.detector, read, 'tiny_face_detector_model'),
    fill(nets.landmarks, read, 'face_landmark_68_model'),
    fill(nets.recognition, read, 'face_recognition_model'),
  ])
  return nets
}

/** face-api.js's types name the TensorFlow.js it was published with; only the current one is installed. */
interface Fillable {
  loadFromWeightMap(weights: never): void
}

type Weights = Extract<ModelFile, `${string}.bin`> extends `${infer Name}.bin` ? Name : never

async function fill(net: Fillable, read: ReadModel, name: Weights): Promise<void> {
  const manifest = await loadModel(read, `${name}-weights_manifest.json`)
  const bytes = await loadModel(read, `${name}.bin`)
  const [{ weights }] = JSON.parse(Buffer.from(manifest).toString()) as [
    { weights: tf.io.WeightsManifestEntry[] },
  ]
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  net.loadFromWeightMap(tf.io.decodeWeights(buffer, weights) as never)
}
