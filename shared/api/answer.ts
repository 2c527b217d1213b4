import type { ErrorCode } from '../errors'

/** What every function answers: a result, or a coded refusal. `serverTime` is Unix time in milliseconds. */
export type Answer<Result> =
  | ({ readonly ok: true; readonly serverTime: number } & Result)
  | {
      readonly ok: false
      readonly serverTime: number
      readonly code: ErrorCode
      readonly details?: Readonly<Record<string, string | number | boolean>>
    }
