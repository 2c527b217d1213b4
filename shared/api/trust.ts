import * as v from 'valibot'

/** Resources of the log in one call: so many full bundles fit in what the platform suggests for one answer, 256 kB. */
export const LOG_RESOURCES = 8

/**
 * Event of the function `trust` from a mini-program, which has no address of its own to fetch from: the resources of the
 * issuance log that are served over HTTP under `/log/`.
 */
export const TrustEvent = v.strictObject({
  /** `checkpoint`, or the path of a tile as C2SP tlog-tiles has it. */
  log: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
    v.minLength(1),
    v.maxLength(LOG_RESOURCES),
  ),
})
export type TrustEvent = v.InferOutput<typeof TrustEvent>

export interface LogResources {
  /** In the order asked for; base64url, null for what is not there. */
  readonly log: readonly (string | null)[]
}
