import type { Ask } from '@nansha/kit/cloud/ask'
import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent, type FaceShown } from '@nansha/shared/api/enrol'
import type { ExportedIdentity } from '@nansha/shared/api/export'
import type {
  BiometricChallenge,
  ChildRenewed,
  ChildrenHeld,
  CredentialOffered,
  DocumentIssued,
  FoundDesk,
  Handles,
  History,
  HistoryPlace,
  Issuances,
  OnlineCredential,
  OtherWallets,
  Passes,
  Receipt,
  Renewed,
  Trust,
  WalletAction,
  WalletStatus,
  WebsiteComplaint,
} from '@nansha/shared/api/wallet'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import type { PurposeUnlock } from '@nansha/shared/openid4vp/purpose'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import type { PassScenario } from '@nansha/shared/scenarios'
import { createWalletRequest } from '@nansha/shared/wallet-request/create-wallet-request'

/** Comparing faces on a cold function takes its time. */
const FACE_TIMEOUT_MS = 60_000
/** A clock this wrong makes the server refuse a request for its age. */
const SKEW_MS = 30_000

export interface WalletPorts {
  readonly ask: Ask
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Promise<Uint8Array>
  /** @throws NanshaError CREDENTIAL_NONE */
  readonly holder: () => Promise<{ readonly key: HolderKey; readonly issuer: string }>
}

export interface WalletClient {
  fetchHandles(count: number): Promise<Handles['handles']>
  fetchPasses(scenario: PassScenario, count: number): Promise<readonly HeldPass[]>
  fetchStatus(): Promise<WalletStatus>
  /** @param after the last entry that is known, for older ones */
  fetchHistory(after?: HistoryPlace): Promise<History>
  /** What the server keeps of the citizen's identity. @throws NanshaError UNLOCK_REQUIRED */
  exportData(): Promise<ExportedIdentity>
  /** What the server knows of the credentials of this citizen. */
  fetchIssuances(): Promise<Issuances>
  /** The trust list as its roots signed it, compact JWS. */
  fetchTrustList(): Promise<string>
  /** The text of the desk's code that eight digits stand for. @throws NanshaError DESK_DIGITS_UNKNOWN, DESK_CODE_USED, TOO_MANY_CODES */
  findDesk(digits: string): Promise<string>
  /** Hands a ticket to the desk whose code it answers. Sent again, the same ticket changes nothing. */
  answerDesk(code: string, ticket: string): Promise<void>
  /** What became of what was shown. @param use the handle, or the digest of the pass */
  fetchReceipt(use: string): Promise<Receipt>
  /** "That was not me": freezes, and warns the desk. */
  disputeUse(use: string): Promise<void>
  /** @param old the PIN until now; left out where the face was just seen. @throws NanshaError FACE_REQUIRED, UNLOCK_REQUIRED, … */
  setPin(pin: string, old?: string): Promise<void>
  /** @param pin six digits. @throws NanshaError PIN_WRONG with `left`, PIN_NONE, PIN_BLOCKED, ATTEMPTS_EXHAUSTED */
  unlock(pin: string): Promise<void>
  /** What the phone's chip is to sign, good once. @throws NanshaError UNLOCK_REQUIRED the first time, until the PIN was entered */
  fetchChallenge(): Promise<string>
  /** @param result of the phone's chip */
  unlockWithBiometric(result: { readonly json: string; readonly signature: string }): Promise<void>
  /** The chat account alone may do this, so that it works when the phone key is gone. */
  freeze(): Promise<void>
  unfreeze(): Promise<void>
  /** Bars enrolment from afar for the own number, or allows it again. */
  lockNumber(locked: boolean): Promise<void>
  /** Answers a new phone that wants to replace this one. */
  answerRebinding(allowed: boolean): Promise<void>
  /** The next credential for the same key, near the end of this one. */
  renew(): Promise<string>
  /** A document of the holder, from its registry to this phone. @throws NanshaError UNLOCK_REQUIRED, DOCUMENT_… */
  addDocument(type: DocumentType): Promise<string>
  /** The same as its registry has it now. @throws NanshaError DOCUMENT_… */
  renewDocument(type: DocumentType): Promise<string>
  removeDocument(type: DocumentType): Promise<void>
  /** A credential for one website, bound to a key of its own. @throws NanshaError UNLOCK_REQUIRED */
  fetchOnlineCredential(wanted: {
    readonly key: HolderKey
    readonly unlock: PurposeUnlock
    /** For whom a pseudonym is wanted. */
    readonly sector: string | undefined
  }): Promise<string>
  /** An offer of the identity to another wallet. @throws NanshaError UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED */
  offerCredential(): Promise<CredentialOffered>
  /** What other wallets hold. */
  fetchOtherWallets(): Promise<OtherWallets['wallets']>
  /** @param wallet `id` of one of them */
  withdrawWallet(wallet: string): Promise<void>
  /** Counts a complaint of a website for the operator, who does not learn whose it is. @throws NanshaError ATTEMPTS_EXHAUSTED */
  reportWebsite(domain: string, kind: WebsiteComplaint): Promise<void>
  /** Opens a showing of the holder's face, to which they have just agreed. */
  beginFace(): Promise<EnrolBegun>
  /** Has it decided, once it was filmed. @throws NanshaError FACE_UNCONFIRMED, … */
  submitFace(enrolmentId: string): Promise<FaceShown>
  /** Makes an application at a counter one for a child of the holder's. @throws NanshaError UNLOCK_REQUIRED, GUARDIAN_UNDER_AGE, … */
  vouchForChild(application: string): Promise<void>
  /** The children's cards that the server knows on this phone. */
  fetchChildren(): Promise<ChildrenHeld['children']>
  /** @throws NanshaError CHILD_…, DOCUMENT_… */
  renewChild(place: number): Promise<ChildRenewed>
  removeChild(place: number): Promise<void>
  /** Deletes the identity on the server: claims, portrait, credential. */
  deleteIdentity(): Promise<void>
}

/** An action, or what makes one that must name the request which carries it. */
type ActionOrMaker =
  | WalletAction
  | ((made: {
      readonly audience: string
      readonly issuedAt: number
      readonly requestId: string
    }) => WalletAction)

/** Hands a signed request to the function that carries it out. */
type Deliver = <Result>(request: string) => Promise<Result>

/** What the phone asks of the functions `wallet` and, for faces, `enrol`, each time signed by the phone key. */
export function createWalletClient({ ask, now, randomBytes, holder }: WalletPorts): WalletClient {
  const toWallet: Deliver = (request) => ask('wallet', { request })
  const toEnrol =
    (action: 'face-begin' | 'face-submit'): Deliver =>
    (request) =>
      ask('enrol', { action, request } satisfies EnrolEvent, { timeoutMs: FACE_TIMEOUT_MS })

  const send = async <Result>(action: ActionOrMaker, deliver: Deliver): Promise<Result> => {
    const { key, issuer: audience } = await holder()
    const made = {
      audience,
      issuedAt: unixSeconds(now()),
      requestId: encodeBase64url(await randomBytes(16)),
    }
    const signed = createWalletRequest({
      key,
      ...made,
      action: typeof action === 'function' ? action(made) : action,
    })
    return deliver<Result>(signed)
  }

  /** The first request of a phone with a wrong clock is refused, but its answer brings the right time. */
  const request = async <Result>(action: ActionOrMaker, deliver: Deliver = toWallet): Promise<Result> => {
    const before = now()
    try {
      return await send<Result>(action, deliver)
    } catch (error) {
      const wasSkewed = Math.abs(now() - before) > SKEW_MS
      if (error instanceof NanshaError && error.code === 'REQUEST_INVALID' && wasSkewed)
        return send(action, deliver)
      throw error
    }
  }

  return {
    fetchHandles: async (count) => (await request<Handles>({ action: 'handles', count })).handles,
    async fetchPasses(scenario, count) {
      const { passes, portrait, expiresAt } = await request<Passes>({ action: 'passes', scenario, count })
      return passes.map((pass) => ({ pass, portrait, expiresAt }))
    },
    fetchStatus: () => request<WalletStatus>({ action: 'status' }),
    fetchHistory: (after) => request<History>({ action: 'history', ...(after && { after }) }),
    exportData: () => request<ExportedIdentity>({ action: 'export' }),
    fetchIssuances: () => request<Issuances>({ action: 'issuances' }),
    fetchTrustList: async () => (await request<Trust>({ action: 'trust' })).trustList,
    findDesk: async (digits) => (await request<FoundDesk>({ action: 'find-desk', digits })).code,
    answerDesk: async (code, ticket) => void (await request({ action: 'present', code, ticket })),
    fetchReceipt: (use) => request<Receipt>({ action: 'receipt', use }),
    disputeUse: async (use) => void (await request({ action: 'not-me', use })),
    setPin: async (pin, old) =>
      void (await request({ action: 'set-pin', pin, ...(old !== undefined && { old }) })),
    unlock: async (pin) => void (await request({ action: 'unlock', pin })),
    fetchChallenge: async () =>
      (await request<BiometricChallenge>({ action: 'biometric-challenge' })).challenge,
    unlockWithBiometric: async ({ json, signature }) =>
      void (await request({ action: 'biometric-unlock', json, signature })),
    freeze: async () => void (await ask('wallet', { action: 'freeze' })),
    unfreeze: async () => void (await request({ action: 'unfreeze' })),
    lockNumber: async (locked) => void (await request({ action: 'number-lock', locked })),
    answerRebinding: async (allowed) => void (await request({ action: 'rebinding', allowed })),
    renew: async () => (await request<Renewed>({ action: 'renew' })).credential,
    addDocument: async (type) => (await request<DocumentIssued>({ action: 'add-document', type })).credential,
    renewDocument: async (type) =>
      (await request<DocumentIssued>({ action: 'renew-document', type })).credential,
    removeDocument: async (type) => void (await request({ action: 'remove-document', type })),
    async fetchOnlineCredential({ key, unlock, sector }) {
      const { credential } = await request<OnlineCredential>(({ requestId, ...made }) => ({
        action: 'online-credential',
        unlock,
        proof: createProofOfPossession({ key, nonce: requestId, ...made }),
        ...(sector !== undefined && { sector }),
      }))
      return credential
    },
    offerCredential: () => request<CredentialOffered>({ action: 'offer-credential' }),
    fetchOtherWallets: async () => (await request<OtherWallets>({ action: 'other-wallets' })).wallets,
    withdrawWallet: async (wallet) => void (await request({ action: 'withdraw-wallet', wallet })),
    reportWebsite: async (domain, kind) => void (await request({ action: 'report-website', domain, kind })),
    beginFace: () => {
      const consent = { face: true, version: CONSENT_VERSION }
      return request<EnrolBegun>({ action: 'face-begin', consent }, toEnrol('face-begin'))
    },
    submitFace: (enrolment) =>
      request<FaceShown>({ action: 'face-submit', enrolment }, toEnrol('face-submit')),
    vouchForChild: async (application) => void (await request({ action: 'vouch-for-child', application })),
    fetchChildren: async () => (await request<ChildrenHeld>({ action: 'children' })).children,
    async renewChild(child) {
      const { credential, portrait } = await request<ChildRenewed>({ action: 'renew-child', child })
      return { credential, portrait }
    },
    removeChild: async (child) => void (await request({ action: 'remove-child', child })),
    deleteIdentity: async () => void (await request({ action: 'delete' })),
  }
}

/** A pass, and the portrait that is shown in turn with it. */
export interface HeldPass {
  /** `<jws>~` */
  readonly pass: string
  /** Grey WebP, base64. */
  readonly portrait: string
  /** Unix seconds. */
  readonly expiresAt: number
}
