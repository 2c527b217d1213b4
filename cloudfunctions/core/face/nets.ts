import * as tf from '@tensorflow/tfjs-core'
import { FaceLandmark68Net, FaceRecognitionNet, TinyFaceDetector } from 'face-api.js'
import { type LocateFile, loadModel, type ModelFile } from './model-files'
import { startTensors } from './start-tensors'

/** The nets of face-api.js that the face step runs. */
export interface Nets {
  readonly detector: TinyFaceDetector
  readonly landmarks: FaceLandmark68Net
  readonly recognition: FaceRecognitionNet
}

/** Starts the tensor backend and loads the nets. */
export async function loadNets(locate: LocateFile): Promise<Nets> {
  await startTensors(locate('tfjs-backend-wasm-simd.wasm'))
  const nets = {
    detector: new TinyFaceDetector(),
    landmarks: new FaceLandmark68Net(),
    recognition: new FaceRecognitionNet(),
  }
  await Promise.all([
    fill(nets.detector, locate, 'tiny_face_detector_model'),
    fill(nets.landmarks, locate, 'face_landmark_68_model'),
    fill(nets.recognition, locate, 'face_recognition_model'),
  ])
  return nets
}

/** face-api.js's types name the TensorFlow.js it was published with; only the current one is installed. */
interface Fillable {
  loadFromWeightMap(weights: never): void
}

type Weights = Extract<ModelFile, `${string}.bin`> extends `${infer Name}.bin` ? Name : never

async function fill(net: Fillable, locate: LocateFile, name: Weights): Promise<void> {
  const manifest = await loadModel(locate, `${name}-weights_manifest.json`)
  const bytes = await loadModel(locate, `${name}.bin`)
  const [{ weights }] = JSON.parse(Buffer.from(manifest).toString()) as [
    { weights: tf.io.WeightsManifestEntry[] },
  ]
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  net.loadFromWeightMap(tf.io.decodeWeights(buffer, weights) as never)
}
