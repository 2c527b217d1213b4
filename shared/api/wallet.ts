import * as v from 'valibot'
import { childPlace } from '../children/child-card'
import { DOCUMENT_TYPES } from '../documents/document-types'
import { compactJws, id, unixSeconds } from '../fields'
import { PURPOSE_UNLOCKS } from '../openid4vp/purpose'
import { PASS_SCENARIOS } from '../scenarios'
import { isDomain } from '../x509/domain'

/**
 * Event of the function `wallet`: one signed request of the phone key (`typ: nansha-request+jwt`,
 * payload `{aud, iat, jti, action, …parameters}`), so that the chat account alone opens nothing. It may only freeze:
 * the phone may be what was lost. Its answers: wallet-answers.ts.
 */
export const WalletEvent = v.union([
  v.strictObject({ request: compactJws }),
  v.strictObject({ action: v.literal('freeze') }),
])
export type WalletEvent = v.InferOutput<typeof WalletEvent>

const pin = v.pipe(v.string(), v.regex(/^\d{6}$/))
const documentType = v.picklist(DOCUMENT_TYPES)

/** What a citizen can say of a website or a desk that got something: that it is not right, or that it is to erase it. */
export const COMPLAINTS = ['report', 'erase'] as const
export type Complaint = (typeof COMPLAINTS)[number]

/** What a signed request may ask, after its signature was checked. */
export const WalletAction = v.variant('action', [
  v.object({
    action: v.literal('handles'),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  }),
  v.object({ action: v.literal('status') }),
  /** `after`: the last entry that the phone has, for those that are older. */
  v.object({ action: v.literal('history'), after: v.optional(v.object({ at: unixSeconds, id })) }),
  /** What the server keeps of the citizen's identity (shared/api/export.ts). Takes an unlock. */
  v.object({ action: v.literal('export') }),
  v.object({ action: v.literal('unfreeze') }),
  /** Bars enrolment and re-binding from afar for the holder's number; a counter can still do both. Lifting it takes an unlock. */
  v.object({ action: v.literal('number-lock'), locked: v.boolean() }),
  /** Messages in the chat app for every use and attempt; asked after the citizen agreed to the template. */
  v.object({ action: v.literal('alerts'), wanted: v.boolean() }),
  /** Answers a new phone that waits to replace this one: it goes at once, or never. */
  v.object({ action: v.literal('rebinding'), allowed: v.boolean() }),
  /**
   * Six digits; counted and remembered by the server, which releases handles and passes only after it. Takes the PIN until now,
   * or a face that was just seen.
   */
  v.object({ action: v.literal('set-pin'), pin, old: v.optional(pin) }),
  v.object({ action: v.literal('unlock'), pin }),
  /** What the phone's chip is to sign (`wx.startSoterAuthentication`), good once. */
  v.object({ action: v.literal('biometric-challenge') }),
  /** Its result, which the server has the platform verify. */
  v.object({
    action: v.literal('biometric-unlock'),
    json: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    signature: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  }),
  /** Passes to show without network; few, because each is as good as the person for a day. */
  v.object({
    action: v.literal('passes'),
    scenario: v.picklist(PASS_SCENARIOS),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  }),
  /** Whom this deployment trusts: needed to believe the name on a desk's code. */
  v.object({ action: v.literal('trust') }),
  /** The desk's code that eight digits stand for, read out by a clerk. Answers {@link FoundDesk}. */
  v.object({ action: v.literal('find-desk'), digits: v.pipe(v.string(), v.regex(/^\d{8}$/)) }),
  /** Answers a desk's code with a ticket that is bound to it. */
  v.object({
    action: v.literal('present'),
    code: v.pipe(v.string(), v.maxLength(512)),
    ticket: v.pipe(v.string(), v.maxLength(512)),
  }),
  /** What became of the handle on the screen; the receipt. */
  v.object({ action: v.literal('receipt'), use: id }),
  /** "That was not me": freezes, and warns the desk. */
  v.object({ action: v.literal('not-me'), use: id }),
  /** What the server knows of the credentials of this citizen; the phone compares it with the issuance log. */
  v.object({ action: v.literal('issuances') }),
  /** The next credential for the same key, in the last thirty days of this one; handles and passes are then fetched anew. */
  v.object({ action: v.literal('renew') }),
  /** A credential for one online presentation, bound to a key of its own. */
  v.object({
    action: v.literal('online-credential'),
    /** What the registered purpose asks the holder to have done. */
    unlock: v.picklist(PURPOSE_UNLOCKS),
    /** `openid4vci-proof+jwt` of the key; its nonce is the `jti` of this request. */
    proof: v.pipe(compactJws, v.maxLength(1024)),
    /** For whom a pseudonym is wanted: a domain of the relying party. Left out, none is made and nobody is named. */
    sector: v.optional(v.pipe(v.string(), v.check(isDomain, 'no domain'))),
  }),
  /** Counts a complaint of a website for the operator; nothing is kept of who made it. */
  v.object({
    action: v.literal('report-website'),
    domain: v.pipe(v.string(), v.check(isDomain, 'no domain')),
    kind: v.picklist(COMPLAINTS),
  }),
  /** Counts a complaint of the organisation at whose desk the ID was shown; nothing is kept of who made it. */
  v.object({ action: v.literal('report-desk'), use: id, kind: v.picklist(COMPLAINTS) }),
  /** An offer of the identity to another wallet (OpenID4VCI 1.0); takes a PIN or a face of just now. Answers {@link CredentialOffered}. */
  v.object({ action: v.literal('offer-credential') }),
  /** What other wallets hold. Answers {@link OtherWallets}. */
  v.object({ action: v.literal('other-wallets') }),
  /** Revokes what another wallet holds; takes no unlock, as freezing takes none. */
  v.object({
    action: v.literal('withdraw-wallet'),
    wallet: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,7}$/)),
  }),
  /** Asks the registry for a document of the holder and puts it on this phone; takes an unlock. */
  v.object({ action: v.literal('add-document'), type: documentType }),
  /** The same document as the registry has it now. Takes no unlock: a phone renews what it holds. */
  v.object({ action: v.literal('renew-document'), type: documentType }),
  /** Takes a document off this phone; the identity stays. */
  v.object({ action: v.literal('remove-document'), type: documentType }),
  /**
   * The holder of this phone is at a counter with a child, and will be shown to the officer: makes an application there, which the chat
   * account has begun, one for a child's card. Takes an unlock.
   */
  v.object({ action: v.literal('vouch-for-child'), application: id }),
  /** The children's cards that this phone holds. Answers {@link ChildrenHeld}. */
  v.object({ action: v.literal('children') }),
  /** A child's card as the register has it now; takes no unlock. Answers {@link ChildRenewed}. */
  v.object({ action: v.literal('renew-child'), child: childPlace }),
  /** Takes a child's card off this phone. */
  v.object({ action: v.literal('remove-child'), child: childPlace }),
  v.object({ action: v.literal('delete') }),
  /** Asked of the function `enrol`, which sees faces: `face-begin` and `face-submit` of shared/api/enrol.ts. */
  v.object({
    action: v.literal('face-begin'),
    consent: v.object({ face: v.boolean(), version: v.pipe(v.string(), v.maxLength(16)) }),
  }),
  v.object({ action: v.literal('face-submit'), enrolment: id }),
])
export type WalletAction = v.InferOutput<typeof WalletAction>
