import { createSigner } from '@nansha/core/crypto/signer'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { digestBytes } from '@nansha/shared/encoding/digest'
import type { Purpose } from '@nansha/shared/openid4vp/purpose'
import { REGISTRATION_TYPE, type Registrant } from '@nansha/shared/openid4vp/registration'
import {
  type CertificateAuthority,
  type CertificateContent,
  createAuthorityCertificate,
  createCertificate,
} from '@nansha/shared/x509/create-certificate'
import { NOW } from './clock'
import { ISSUER } from './issuer'
import { holderKey } from './keys'
import { TRUST_LIST } from './trust'

const YEAR = 365 * 86_400

/** The authority that certifies relying parties. */
export const ACCESS_AUTHORITY: CertificateAuthority = {
  key: holderKey(210),
  name: { commonName: 'Nansha access authority', organisation: '南沙身份' },
}
export const ACCESS_CERTIFICATE = createAuthorityCertificate(ACCESS_AUTHORITY, {
  serial: Uint8Array.of(1),
  notBefore: NOW - YEAR,
  notAfter: NOW + YEAR,
})
const registrarKey = holderKey(211)
export const registrarSigner = createSigner(registrarKey.privateKey, registrarKey.publicJwk)

/** The tests' trust list with a registrar and an access authority. */
export const ONLINE_TRUST = {
  ...TRUST_LIST,
  issuers: TRUST_LIST.issuers.map((issuer) => ({
    ...issuer,
    registrarKeys: [registrarSigner.publicJwk],
    accessAuthorities: [encodeBase64(ACCESS_CERTIFICATE)],
  })),
}

export const PORTAL_DOMAIN = 'hall.example'
export const PORTAL_KEY = holderKey(212)
/** The ephemeral key to which answers are encrypted. */
export const ANSWER_KEY = holderKey(213)

/** A leaf of the access authority for the portal, or with what `changed` says. */
export function certify(
  changed: Partial<CertificateContent> = {},
  authority: CertificateAuthority = ACCESS_AUTHORITY,
): Uint8Array {
  return createCertificate(authority, {
    serial: Uint8Array.of(7),
    subject: { commonName: PORTAL_DOMAIN, organisation: '南沙政务大厅' },
    publicJwk: PORTAL_KEY.publicJwk,
    notBefore: NOW - 86_400,
    notAfter: NOW + YEAR,
    domains: [PORTAL_DOMAIN],
    ...changed,
  })
}

const words = (zh: string, en: string) => ({ zh, en })
export const SIGN_IN: Purpose = {
  id: 'sign-in',
  title: words('登录', 'Sign in'),
  claims: [['name'], ['id_number'], ['address', 'formatted']],
  legalBasis: words('办理您申请的事项', 'To do what you apply for'),
  retention: words('会话结束即删除', 'Deleted when the session ends'),
  unlock: 'pin-or-biometric',
  transactions: [],
}
export const OPEN_ACCOUNT: Purpose = {
  ...SIGN_IN,
  id: 'open-account',
  title: words('开户', 'Open an account'),
  unlock: 'fresh-face-or-fresh-pin',
  transactions: ['urn:nansha:account-opening'],
}

export function registrantWith(certificate: Uint8Array, changed: Partial<Registrant> = {}): Registrant {
  return {
    organisation: words('南沙政务大厅', 'Nansha Service Hall'),
    domains: [PORTAL_DOMAIN],
    certificate: encodeBase64(certificate),
    contact: '020-12345678',
    purposes: [SIGN_IN, OPEN_ACCOUNT],
    ...changed,
  }
}

/** The registrar's word, or with what `changed` says. */
export function register(registrant: Registrant, changed: object = {}, signer = registrarSigner) {
  const client_id = clientIdOf(Uint8Array.from(Buffer.from(registrant.certificate, 'base64')))
  return signer.sign(REGISTRATION_TYPE, {
    iss: ISSUER,
    iat: NOW,
    exp: NOW + 60,
    client_id,
    registrant,
    ...changed,
  })
}

export function clientIdOf(certificate: Uint8Array): string {
  return `x509_hash:${digestBytes(certificate)}`
}
