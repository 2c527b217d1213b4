/**
 * Plain face-api.js 0.22.2 on the TensorFlow.js 1.7 that it was published with, on that one's default backend: what
 * `bench:enrol` compares with. Run as a process of its own; prints one line of JSON.
 */
import { readFile } from 'node:fs/promises'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as FaceApi from 'face-api.js'
import sharp from 'sharp'

const require = createRequire(import.meta.url)

/** npm gives face-api.js the current TensorFlow.js (package.json, overrides); here it gets its own. */
function requirePlain(): typeof FaceApi {
  const loader = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string }
  const resolve = loader._resolveFilename
  loader._resolveFilename = (request, ...rest) =>
    resolve.call(loader, request === '@tensorflow/tfjs-core' ? 'tfjs-core-1' : request, ...rest)
  return require('face-api.js') as typeof FaceApi
}

const [selfie, card] = process.argv.slice(2) as [string, string]
const faceapi = requirePlain()
const weights = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model')
await faceapi.nets.tinyFaceDetector.loadFromDisk(weights)
await faceapi.nets.ssdMobilenetv1.loadFromDisk(weights)
await faceapi.nets.faceLandmark68Net.loadFromDisk(weights)
await faceapi.nets.faceRecognitionNet.loadFromDisk(weights)

async function describe(
  file: string,
  options: FaceApi.TinyFaceDetectorOptions | FaceApi.SsdMobilenetv1Options,
) {
  const { data, info } = await sharp(await readFile(file))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const picture = faceapi.tf.tensor3d(new Uint8Array(data), [info.height, info.width, 3], 'int32')
  const found = await faceapi
    .detectSingleFace(picture as never, options)
    .withFaceLandmarks()
    .withFaceDescriptor()
  picture.dispose()
  return found?.descriptor
}

/** Milliseconds, by the clock and of the processor, to describe and compare both photos. */
async function time(options: FaceApi.TinyFaceDetectorOptions | FaceApi.SsdMobilenetv1Options) {
  const started = performance.now()
  const before = process.cpuUsage()
  const live = await describe(selfie, options)
  const known = await describe(card, options)
  if (live && known) faceapi.euclideanDistance(live, known)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - started, cpu: (user + system) / 1000 }
}

const tiny = new faceapi.TinyFaceDetectorOptions({ inputSize: 416 })
const coldTiny = await time(tiny)
const warmTiny = await time(tiny)
const warmDefault = await time(new faceapi.SsdMobilenetv1Options())
console.log(JSON.stringify({ backend: faceapi.tf.getBackend(), coldTiny, warmTiny, warmDefault }))
