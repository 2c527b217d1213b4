import type { Picture } from '../camera/picture'
import type { CloudAnswer, NoAnswer } from './answer'

export interface CallOptions {
  /** How long a person should wait before hearing that it did not work; default 15 s. */
  readonly timeoutMs?: number
}

/**
 * Calls a cloud function.
 *
 * @param name the deployed function, e.g. `verify`
 * @param event as the function's schema in `@nansha/shared/api` says
 * @returns the function's answer. Otherwise `OFFLINE` when the device has no network, `SERVICE_SLOW` when no answer came in time,
 *   `SERVICE_UNAVAILABLE` when the cloud cannot be reached or what came back is not an answer, `APP_DEFECT` when this device lacks
 *   what a call takes. Never throws.
 */
export declare function callFunction<Event extends object, Result>(
  name: string,
  event: Event,
  options?: CallOptions,
): Promise<CloudAnswer<Result>>

/**
 * Puts a photo into cloud storage.
 *
 * @param path the one-time cloud path that the server issued
 */
export declare function uploadFile(
  path: string,
  picture: Picture,
  options?: CallOptions,
): Promise<{ readonly ok: true; readonly fileID: string } | NoAnswer>
