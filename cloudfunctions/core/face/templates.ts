import type { FaceEngine } from './face-engine'
import type { Face } from './find-faces'
import type { Similarities } from './fuse'
import type { Pixels } from './pixels'

/** What both matchers remember of a face. */
export interface FaceTemplate {
  readonly faceApi: Float32Array
  readonly sface: Float32Array
}

export async function describeFace(engine: FaceEngine, picture: Pixels, face: Face): Promise<FaceTemplate> {
  return {
    faceApi: await engine.faceApi.describe(picture, face),
    sface: await engine.sface.describe(picture, face),
  }
}

export function compareTemplates(engine: FaceEngine, a: FaceTemplate, b: FaceTemplate): Similarities {
  return {
    faceApi: engine.faceApi.compare(a.faceApi, b.faceApi),
    sface: engine.sface.compare(a.sface, b.sface),
  }
}
