import { readFile } from 'node:fs/promises'
import { requireHash } from '../onnx/require-hash'

/** The path of a model or WebAssembly file by its name. Where they lie is the caller's knowledge, not this code's. */
export type LocateFile = (file: string) => string

/**
 * SHA-256 of every file that shapes a face decision. A model file that differs is not loaded: thresholds are only valid
 * for these very weights. face-api.js nets: weights of @vladmandic/face-api 1.7.15, those of face-api.js 0.22.2. SFace:
 * OpenCV Zoo `face_recognition_sface_2021dec`, Apache-2.0.
 */
export const MODEL_HASHES = {
  'tiny_face_detector_model-weights_manifest.json':
    '5d1af4849ac48d5b985f4a9b16010c512353ddd6fcc63d50fd0bc9e9e64296e5',
  'tiny_face_detector_model.bin': 'b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871',
  'face_landmark_68_model-weights_manifest.json':
    'ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9',
  'face_landmark_68_model.bin': '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b',
  'face_recognition_model-weights_manifest.json':
    'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
  'face_recognition_model.bin': 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
  'sface.onnx': '0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79',
} as const

export type ModelFile = keyof typeof MODEL_HASHES

/**
 * Reads one model file and refuses it unless its hash is the expected one.
 * @throws Error when the content differs: the deployment is broken, no request can be answered
 */
export async function loadModel(locate: LocateFile, file: ModelFile): Promise<Uint8Array> {
  const bytes = await readFile(locate(file))
  requireHash(file, bytes, MODEL_HASHES[file])
  return bytes
}
