import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { readLimited } from '../clients/read-limited'
import type { Now } from '../function/answer'

export interface WechatSettings {
  readonly appId: string
  readonly appSecret: string
  /** Without a slash at the end. */
  readonly baseUrl?: string
  readonly fetch: typeof fetch
  readonly now: Now
}

/** Calls an interface of the platform's server API. @throws NanshaError SERVICE_UNAVAILABLE */
export type CallWechat = <Schema extends v.GenericSchema>(
  path: string,
  body: object,
  schema: Schema,
) => Promise<v.InferOutput<Schema>>

/**
 * A token and a question must fit behind the 40 seconds that `face` may take, before the platform cuts `enrol` off at 60:
 * who is cut off cannot take back the try that was counted.
 */
const TIMEOUT_MS = 6_000
/** Bytes; an answer is some hundred. */
const LARGEST_ANSWER = 65_536
/** A token is renewed this long before its end. */
const MARGIN_MS = 5 * MINUTE_MS
const PLATFORM_URL = 'https://api.weixin.qq.com'
const Token = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() })

/**
 * The server API of the platform, with its access token (`/cgi-bin/stable_token`, which does not invalidate the token of
 * other processes) fetched when needed and kept until shortly before its end.
 */
export function createCallWechat(settings: WechatSettings): CallWechat {
  const { appId, appSecret, baseUrl = PLATFORM_URL, now } = settings
  let token: { readonly text: string; readonly goodUntil: number } | undefined

  const accessToken = async () => {
    if (token && token.goodUntil > now()) return token.text
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    const answer = await post(settings, `${baseUrl}/cgi-bin/stable_token`, body, Token)
    token = { text: answer.access_token, goodUntil: now() + answer.expires_in * 1000 - MARGIN_MS }
    return token.text
  }

  return async (path, body, schema) => {
    const query = new URLSearchParams({ access_token: await accessToken() })
    return post(settings, `${baseUrl}${path}?${query}`, body, schema)
  }
}

async function post<Schema extends v.GenericSchema>(
  { fetch }: WechatSettings,
  url: string,
  body: object,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  // A fault must not carry the address: it holds the access token.
  const answered = await fetch(url, { method: 'POST', body: JSON.stringify(body), redirect: 'error', signal })
    .then((response) => readLimited(response, LARGEST_ANSWER))
    .then((text) => JSON.parse(text ?? 'null'))
    .catch(() => null)
  const answer = v.safeParse(schema, answered)
  if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  return answer.output
}
