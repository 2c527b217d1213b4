import { randomBytes } from 'node:crypto'
import type { Account } from '../identity'
import { CITIZEN_APP_ID } from '../identity'

/** On whose behalf and through what chain a function is called. */
export interface CallContext {
  readonly account: Account | null
  /** `wx_client`, `wx_client,scf`, `wx_trigger`, `wx_http`, … */
  readonly source: string
}

/** The running calls, by the secret token that each one's environment carries back to `/admin`. */
export interface RunningCalls {
  begin(context: CallContext): string
  end(token: string): void
  /** The context of a nested call, one hop longer; null when the token is not of a running call. */
  nested(token: string): CallContext | null
}

export function createRunningCalls(): RunningCalls {
  const running = new Map<string, CallContext>()
  return {
    begin(context) {
      const token = randomBytes(16).toString('hex')
      running.set(token, context)
      return token
    },
    end: (token) => void running.delete(token),
    nested(token) {
      const context = running.get(token)
      return context ? { ...context, source: `${context.source},scf` } : null
    },
  }
}

/** The same openid in both apps is one person here, so that rules about that case can be tested. */
const unionId = (openId: string) => `union-${openId}`

/**
 * The environment variables by which the platform tells a function who called. A person of the companion, which is
 * another appid, comes as `FROM_APPID` and `FROM_OPENID` beside the appid that owns the environment.
 */
export function callEnvironment({ account, source }: CallContext, token: string): Record<string, string> {
  const identity: Record<string, string> = { WX_CLIENTIP: '127.0.0.1', ...accountVariables(account) }
  return {
    ...identity,
    WX_CONTEXT_KEYS: Object.keys(identity).join(','),
    TCB_CONTEXT_KEYS: 'TCB_SESSIONTOKEN,TCB_SOURCE',
    TCB_SESSIONTOKEN: token,
    TCB_SOURCE: source,
    ...(source === 'wx_trigger' ? { TRIGGER_SRC: 'timer' } : {}),
  }
}

function accountVariables(account: Account | null): Record<string, string> {
  if (!account) return {}
  const { appId, openId } = account
  if (appId === CITIZEN_APP_ID) return { WX_APPID: appId, WX_OPENID: openId, WX_UNIONID: unionId(openId) }
  return {
    WX_APPID: CITIZEN_APP_ID,
    WX_FROM_APPID: appId,
    WX_FROM_OPENID: openId,
    WX_FROM_UNIONID: unionId(openId),
  }
}
