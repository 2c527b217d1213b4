/** One account of one mini-program: the only name a person has before anything is proven. */
export interface Account {
  readonly appId: string
  readonly openId: string
  /**
   * The same for one person in every app of one owner, as `openId` is not. The platform tells it only where those apps are
   * bound to one open-platform account.
   */
  readonly unionId?: string
}

/** Who and what started this invocation, as the platform states it. What an event says about itself is never used. */
export interface Caller {
  /** The person's account; for calls from the companion the companion's own (`FROM_APPID`, `FROM_OPENID`). */
  readonly account: Account | null
  /** The chain of callers, oldest first: `['wx_client']`, `['wx_client', 'scf']`, `['wx_trigger']`, `['wx_http']`. */
  readonly source: readonly string[]
}

/** What `getWXContext()` answers; all fields optional, numbers where the SDK took a string of digits for one. */
export type WXContext = Readonly<Record<string, unknown>>

/**
 * Reads the identity of the invocation. Call it before the first `await`: the SDK reads `process.env` at every call.
 *
 * @param context the answer of `cloud.getWXContext()`
 */
export function readCaller(context: WXContext): Caller {
  const companion = account(context.FROM_APPID, context.FROM_OPENID, context.FROM_UNIONID)
  return {
    account: companion ?? account(context.APPID, context.OPENID, context.UNIONID),
    source: text(context.SOURCE).split(',').filter(Boolean),
  }
}

/** The account of a person who called from a mini-program directly; null for functions, timers, HTTP and unknown sources. */
export function clientAccount(caller: Caller): Account | null {
  const hop = caller.source.length === 1 ? caller.source[0] : undefined
  return hop === 'wx_client' || hop === 'wx_devtools' ? caller.account : null
}

/** True when another function made this call: the last hop, which the platform appends, is `scf`. */
export function isFunctionCall(caller: Caller): boolean {
  return caller.source.at(-1) === 'scf'
}

/** True when a timer made this call: exactly `wx_trigger`, so that no function can pass itself off as one. */
export function isTimerCall(caller: Caller): boolean {
  return caller.source.length === 1 && caller.source[0] === 'wx_trigger'
}

/** True when the call came over HTTP from the world. */
export function isHttpCall(caller: Caller): boolean {
  return caller.source.length === 1 && caller.source[0] === 'wx_http'
}

function account(appId: unknown, openId: unknown, unionId: unknown): Account | null {
  if (!text(appId) || !text(openId)) return null
  return { appId: text(appId), openId: text(openId), ...(text(unionId) && { unionId: text(unionId) }) }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
