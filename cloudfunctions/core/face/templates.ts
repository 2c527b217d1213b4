import type { FaceEngine } from './face-engine'
import type { Face } from './find-faces'
import type { Similarities } from './fuse'
import type { Pixels } from './pixels'
import { unit } from './sface-matcher'

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

/** One template out of several of one person: what differs between their pictures is light and pose. */
export function meanTemplate(templates: readonly FaceTemplate[]): FaceTemplate {
  return {
    faceApi: meanOf(templates.map(({ faceApi }) => faceApi)),
    sface: unit(meanOf(templates.map(({ sface }) => sface))),
  }
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = vectors
  return first.map((value, index) => {
    const sum = others.reduce((total, vector) => total + (vector[index] as number), value)
    return sum / vectors.length
  })
}
