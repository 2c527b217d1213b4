import * as v from 'valibot'
import type { CallWechat } from '../registry/wechat-api'

/** What `wx.startSoterAuthentication` answered on the phone. */
export interface SoterResult {
  /** `resultJSON`, the very text: it is what was signed. */
  readonly json: string
  /** `resultJSONSignature`, base64. */
  readonly signature: string
}

/**
 * Asks the platform whether a phone's chip signed this, for this account. The keys are registered with the platform, so
 * only the platform can tell.
 *
 * @throws NanshaError SERVICE_UNAVAILABLE when there is no answer, which is not a yes
 */
export type VerifySoter = (openId: string, result: SoterResult) => Promise<boolean>

/** Parts of `resultJSON` that are relied on, as documented for `wx.startSoterAuthentication`. */
export const SoterStatement = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    /** The challenge that the mini-program gave. */
    raw: v.string(),
    /** Names the chip. */
    cpu_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  }),
)

const Verified = v.object({ errcode: v.optional(v.literal(0)), is_ok: v.boolean() })

/** {@link VerifySoter} by the server interface `soter.verifySignature`. */
export function createWechatSoter(call: CallWechat): VerifySoter {
  return async (openId, { json, signature }) => {
    const body = { openid: openId, json_string: json, json_signature: signature }
    const { is_ok } = await call('/cgi-bin/soter/verify_signature', body, Verified)
    return is_ok
  }
}
