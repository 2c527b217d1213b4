import { randomBytes } from 'node:crypto'
import { makePortraitFrame } from '@nansha/core/wallet/passes/portrait-frame'
import { signPass } from '@nansha/core/wallet/passes/sign-pass'
import { packPortrait, portraitDigest } from '@nansha/shared/pass/portrait-frame'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import sharp from 'sharp'
import { NOW } from '../../support/clock'
import { issuerSigner } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { passText } from '../../support/pass-text'
import { TRUST_LIST } from '../../support/trust'
import { createWorld } from '../../support/world'

/** One kind of code: its text, what it carries, and how long the phone takes to make it. */
export interface Code {
  readonly name: string
  readonly text: string
  /** Bytes before base45; of the plain form, its characters. */
  readonly bytes: number
  readonly encode: () => string
}

const PORTRAIT = 'node_modules/@vladmandic/face-api/demo/sample1.jpg'

/** The codes of the protocol beside a plain SD-JWT+KB of the same claims. */
export async function makeCodes(): Promise<Code[]> {
  const key = holderKey()
  const { credential, ports } = await createWorld()
  const frame = await makePortraitFrame(
    await sharp(PORTRAIT).extract({ left: 1456, top: 198, width: 240, height: 320 }).webp().toBuffer(),
  )
  const issuing = {
    signer: issuerSigner,
    issuerUrl: 'https://id.nansha.gov.cn',
    issuerId: 1,
    now: ports.now,
    randomBytes,
  }
  const passOf = (name: string) =>
    signPass(issuing, credential, {
      scenario: 'gate',
      exp: NOW + 86_400,
      unlock: 'pin',
      portraitDigest: portraitDigest(frame),
      claims: { name, id_number_last4: '002X' },
    })
  const short = await passOf('李明')
  const long = await passOf('阿卜杜热合曼·买买提吐尔逊·阿不都克')
  const handle = randomBytes(16).toString('base64url')
  const ticket = () => createTicket({ key, issuerId: 1, scenario: 'hotel', handle, issuedAt: NOW })
  const present = (pass: string) => () => presentPass({ key, pass, scenario: 'gate', issuedAt: NOW })
  const issuer = { ...(TRUST_LIST.issuers[0] as TrustedIssuer), iss: issuing.issuerUrl }
  const plain = () => passText(present(short)(), issuer)
  const packed = (text: string) => Math.floor(((text.length - 4) * 2) / 3)
  const code = (name: string, encode: () => string): Code => {
    const text = encode()
    return { name, text, bytes: packed(text), encode }
  }
  return [
    code('ticket', ticket),
    code('pass, short name', present(short)),
    code('pass, 18-character name', present(long)),
    code('portrait frame', () => packPortrait(frame)),
    { name: 'plain base64url SD-JWT+KB', text: plain(), bytes: plain().length, encode: plain },
  ]
}
