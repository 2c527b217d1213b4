import { createHash } from 'node:crypto'
import { normaliseName } from '@nansha/shared/person-name'
import * as v from 'valibot'
import type { BlindIndex } from '../crypto/blind-index'
import type { RandomId } from '../function/random-id'
import type { RegistryDecision } from '../records/decisions'
import type { FilmingRegistry, PlatformCapture } from './population-registry'
import type { CallWechat } from './wechat-api'

const Opened = v.object({
  errcode: v.literal(0),
  verify_id: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
})
const Queried = v.object({ errcode: v.literal(0), verify_ret: v.number() })

/** `verify_ret` of a person whom the registry confirmed. */
const CONFIRMED = 10_000
/** From here on the codes speak of the filming (cancelled, no permission, timed out), not of the person. */
const FILMING_FAULTS = 90_000

/**
 * The platform's own face verification, which films the person and asks the state's registry: `getVerifyId` here,
 * `wx.requestFacialVerify` on the phone, `queryVerifyInfo` here. What the phone says of the result is not listened to.
 */
export function createWechatRegistry(ports: {
  readonly call: CallWechat
  readonly index: BlindIndex
  readonly randomId: RandomId
}): FilmingRegistry {
  const subjectOf = (name: string, idNumber: string) =>
    ports.index('platform-session', normaliseName(name), idNumber)
  const capture: PlatformCapture = {
    async open({ name, idNumber, account }) {
      const serial = Buffer.from(ports.randomId(), 'base64url').toString('hex')
      const { verify_id } = await ports.call(
        '/cityservice/face/identify/getverifyid',
        { out_seq_no: serial, cert_info: certificate(name, idNumber), openid: account.openId },
        Opened,
      )
      return { verifyId: verify_id, serial, subject: subjectOf(name, idNumber) }
    },
    async query(session, { name, idNumber, account }) {
      if (session?.subject !== subjectOf(name, idNumber)) return 'refused'
      const { verify_ret } = await ports.call(
        '/cityservice/face/identify/queryverifyinfo',
        {
          verify_id: session.verifyId,
          out_seq_no: session.serial,
          cert_hash: certificateHash(name, idNumber),
          openid: account.openId,
        },
        Queried,
      )
      return decisionByCode(verify_ret)
    },
  }
  return {
    name: 'wechat',
    assurance: 'platform-face',
    // The platform takes `IDENTITY_CARD` as `cert_type` and nothing else (error 84013).
    documents: ['resident-id-card'],
    capture,
    compare: (applicant) => capture.query(applicant.session, applicant),
  }
}

function decisionByCode(code: number): RegistryDecision {
  if (code === CONFIRMED) return 'confirmed'
  return code >= FILMING_FAULTS ? 'unsure' : 'refused'
}

function certificate(name: string, idNumber: string) {
  return { cert_type: 'IDENTITY_CARD', cert_name: normaliseName(name), cert_no: idNumber }
}

/** SHA-256, hexadecimal, of `cert_type=…&cert_name=…&cert_no=…` with each value in base64 (documentation of queryVerifyInfo). */
function certificateHash(name: string, idNumber: string): string {
  const parts = Object.entries(certificate(name, idNumber)).map(
    ([field, value]) => `${field}=${Buffer.from(value).toString('base64')}`,
  )
  return createHash('sha256').update(parts.join('&')).digest('hex')
}
