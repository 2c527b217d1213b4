import { createFaceApiMatcher } from './face-api-matcher'
import type { Matcher } from './matcher'
import type { LocateFile } from './model-files'
import { loadNets, type Nets } from './nets'
import { loadSFaceMatcher, type SFaceMatcher } from './sface-matcher'

/** Everything that looks at faces, loaded once per process: about 300 MB. */
export interface FaceEngine {
  readonly nets: Nets
  readonly faceApi: Matcher
  readonly sface: SFaceMatcher
}

/** @throws Error when a model is missing or is not the expected one */
export async function loadFaceEngine(locate: LocateFile): Promise<FaceEngine> {
  const [nets, sface] = await Promise.all([loadNets(locate), loadSFaceMatcher(locate)])
  return { nets, faceApi: createFaceApiMatcher(nets), sface }
}
