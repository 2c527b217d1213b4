import wxServerSdk from 'wx-server-sdk'
import { type CallFunction, createCallFunction, type SdkFunctions } from './call-function'
import { type Caller, readCaller, type WXContext } from './caller'
import { createDatabase } from './create-database'
import type { Database } from './database'
import { createFiles, type Files, type SdkFiles } from './files'
import type { SdkDatabase } from './sdk-database'
import { createTimeLimit } from './time-limit'

/** The parts of wx-server-sdk that are used; its own types do not pass strict TypeScript. */
interface Sdk extends SdkFunctions, SdkFiles {
  readonly DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol }): void
  database(options: { throwOnNotFound: boolean }): SdkDatabase
  getWXContext(): WXContext
}

const sdk = wxServerSdk as unknown as Sdk

/** Everything a function may ask of the platform. Services take the parts they need; only entry points open it. */
export interface Cloud {
  readonly database: Database
  readonly files: Files
  readonly callFunction: CallFunction
  /** Reads who is calling. Synchronous on purpose: call it before the first `await` of an invocation. */
  caller(): Caller
  /**
   * As {@link caller}, of an invocation that runs transactions or calls functions: both may take as long as it may run.
   *
   * @param context the second argument of the function
   */
  begin(context: unknown): Caller
}

/**
 * Opens the environment that this function runs in. Call it once, at module level.
 *
 * @throws when the credentials are missing: the SDK itself would crash later by an unhandled rejection
 */
export function openCloud(environment: NodeJS.ProcessEnv = process.env): Cloud {
  if (!environment.TENCENTCLOUD_SECRETID || !environment.TENCENTCLOUD_SECRETKEY) {
    throw new Error('No platform credentials in the environment: this code runs inside a cloud function.')
  }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const limit = createTimeLimit()
  const caller = () => readCaller(sdk.getWXContext())
  return {
    database: createDatabase(sdk.database({ throwOnNotFound: false }), { timeLeft: limit.left }),
    files: createFiles(sdk),
    callFunction: createCallFunction(sdk, limit.left),
    caller,
    begin(context) {
      limit.begin(context)
      return caller()
    },
  }
}
