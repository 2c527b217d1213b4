import type { ClaimName } from './claims'
import type { DocumentType } from './documents/document-types'

/**
 * How a person was proven, weakest first: a synthetic citizen (production refuses it); filmed by the app's own camera,
 * which nothing protects from injected video; filmed by the platform; filmed by the platform with a registry that also
 * confirmed the portrait; seen by an officer.
 */
export const ASSURANCES = ['specimen', 'guided-face', 'platform-face', 'face+registry', 'in-person'] as const
export type Assurance = (typeof ASSURANCES)[number]

export interface Scenario {
  /** The byte that names the scenario in a ticket; never reused. */
  readonly id: number
  readonly title: { readonly zh: string; readonly en: string }
  /** Who begins: the holder shows a QR, or the desk shows one that the holder scans. */
  readonly startsFrom: 'holder-qr' | 'desk-code'
  /** A desk may ask with a code of its own: always where it begins, elsewhere for who cannot show a QR. */
  readonly deskMayAsk: boolean
  readonly forms: readonly ('ticket' | 'pass')[]
  /** How its pass is called, where it has one. */
  readonly passTitle?: { readonly zh: string; readonly en: string }
  /** The further document that it is about; both are approved in one tap. */
  readonly document?: DocumentType
  /** A guardian may show the card of a child for it: the same claims, of the child, and who the guardian is. */
  readonly children?: true
  /** What the person at the desk sees. */
  readonly discloses: readonly ClaimName[]
  /** Seconds after which a desk's screen forgets whom it accepted. */
  readonly verdictSeconds: number
  /** What goes, encrypted, to the organisation's register and is not shown. */
  readonly registers: readonly ClaimName[]
  /** The same of a foreign permanent resident, whose card says other things; absent where it is the same. */
  readonly registersForeigners?: readonly ClaimName[]
  /** What the holder must have done, and how lately. */
  readonly unlock: UnlockRuleName
  /** Weakest proofing accepted in production; a `local` deployment also accepts `specimen`. */
  readonly minimumAssurance: Assurance
}

/** What the holder must have done for a presentation to be accepted. Without a number, what was released stays good for its whole day. */
export interface UnlockRule {
  /** The phone's own fingerprint or face lock will do. */
  readonly biometric: boolean
  /** So long a PIN counts after it was entered. */
  readonly pinMinutes?: number
  /** So long a face counts after it was seen. */
  readonly faceMinutes?: number
  /** How the face must have been seen at least; a `local` deployment also takes a specimen's. */
  readonly weakestFace?: Assurance
}

const defineRules = <T extends Record<string, UnlockRule>>(table: T): Readonly<Record<keyof T, UnlockRule>> =>
  table

export const UNLOCK_RULES = defineRules({
  'pin-or-biometric': { biometric: true },
  /** The PIN for a whole day, because the attendant compares the portrait and passes are fetched hours before. */
  'fresh-face-or-pin': { biometric: false, faceMinutes: 30 },
  'fresh-face-or-fresh-pin': {
    biometric: false,
    pinMinutes: 5,
    faceMinutes: 30,
    weakestFace: 'platform-face',
  },
})

export type UnlockRuleName = keyof typeof UNLOCK_RULES

const define = <const T extends Record<string, Scenario>>(table: T): Readonly<T> => table

/** The one table of what each scenario may ask for (docs/architecture.md). */
export const SCENARIOS = define({
  hotel: {
    id: 1,
    title: { zh: '酒店入住', en: 'Hotel check-in' },
    startsFrom: 'holder-qr',
    deskMayAsk: true,
    forms: ['ticket'],
    children: true,
    discloses: ['portrait', 'name', 'id_number_last4'],
    verdictSeconds: 8,
    registers: ['name', 'id_number', 'sex', 'ethnicity', 'birthdate', 'address'],
    registersForeigners: [
      'name',
      'id_number',
      'sex',
      'birthdate',
      'nationality',
      'chinese_name',
      'card_validity',
    ],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'guided-face',
  },
  gate: {
    id: 2,
    title: { zh: '车站机场', en: 'Station or airport gate' },
    startsFrom: 'holder-qr',
    deskMayAsk: false,
    forms: ['pass', 'ticket'],
    passTitle: { zh: '通行凭证', en: 'Gate pass' },
    children: true,
    discloses: ['portrait', 'name', 'id_number_last4'],
    verdictSeconds: 8,
    registers: [],
    unlock: 'fresh-face-or-pin',
    minimumAssurance: 'guided-face',
  },
  counter: {
    id: 3,
    title: { zh: '政务窗口', en: 'Government counter' },
    startsFrom: 'desk-code',
    deskMayAsk: true,
    forms: ['ticket'],
    discloses: ['name', 'id_number', 'sex', 'birthdate', 'address', 'portrait'],
    verdictSeconds: 60,
    registers: [],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'face+registry',
  },
  bank: {
    id: 4,
    title: { zh: '银行柜台', en: 'Bank' },
    startsFrom: 'desk-code',
    deskMayAsk: true,
    forms: ['ticket'],
    discloses: ['name', 'id_number', 'address', 'portrait', 'card_validity'],
    verdictSeconds: 60,
    registers: [],
    unlock: 'fresh-face-or-fresh-pin',
    minimumAssurance: 'face+registry',
  },
  age: {
    id: 5,
    title: { zh: '年龄证明', en: 'Proof of age' },
    startsFrom: 'holder-qr',
    deskMayAsk: true,
    forms: ['ticket', 'pass'],
    passTitle: { zh: '年龄凭证', en: 'Age pass' },
    discloses: ['age_equal_or_over.18', 'portrait'],
    verdictSeconds: 8,
    registers: [],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'guided-face',
  },
  roadside: {
    id: 6,
    title: { zh: '交警路查', en: 'Traffic police' },
    startsFrom: 'holder-qr',
    deskMayAsk: false,
    forms: ['pass', 'ticket'],
    passTitle: { zh: '驾驶凭证', en: 'Driver’s pass' },
    document: 'driving-licence',
    discloses: [
      'portrait',
      'name',
      'id_number_last4',
      'vehicle_classes',
      'licence_status',
      'licence_valid_until',
    ],
    verdictSeconds: 60,
    registers: [],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'guided-face',
  },
  'car-rental': {
    id: 7,
    title: { zh: '租车', en: 'Car rental' },
    startsFrom: 'desk-code',
    deskMayAsk: true,
    forms: ['ticket'],
    document: 'driving-licence',
    discloses: [
      'portrait',
      'name',
      'id_number',
      'vehicle_classes',
      'licence_status',
      'licence_valid_until',
      'licence_first_issued',
    ],
    verdictSeconds: 60,
    registers: [],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'face+registry',
  },
  medical: {
    id: 8,
    title: { zh: '医院药店', en: 'Hospital or pharmacy' },
    startsFrom: 'desk-code',
    deskMayAsk: true,
    forms: ['ticket'],
    document: 'social-security-card',
    discloses: [
      'portrait',
      'name',
      'social_security_number',
      'social_security_card_number',
      'social_security_card_status',
    ],
    verdictSeconds: 60,
    registers: [],
    unlock: 'pin-or-biometric',
    minimumAssurance: 'face+registry',
  },
})

export type ScenarioName = keyof typeof SCENARIOS
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[]

/** The scenarios that have a pass, each a type of credential. */
export type PassScenario = {
  [Name in ScenarioName]: 'pass' extends (typeof SCENARIOS)[Name]['forms'][number] ? Name : never
}[ScenarioName]

/** Whether a purpose can be checked without network. */
export function isPassScenario(scenario: ScenarioName): scenario is PassScenario {
  return SCENARIOS[scenario].forms.some((form) => form === 'pass')
}
export const PASS_SCENARIOS = SCENARIO_NAMES.filter(isPassScenario)

/** @returns the further document that a scenario is about, if any */
export function documentOf(scenario: ScenarioName): DocumentType | undefined {
  const row: Scenario = SCENARIOS[scenario]
  return row.document
}

/**
 * Whether any scenario takes a further document upon an identity that was proven so.
 *
 * @param acceptSpecimens true in a local deployment only
 */
export function isDocumentTaken(type: DocumentType, assurance: Assurance, acceptSpecimens: boolean): boolean {
  return SCENARIO_NAMES.some(
    (name) => documentOf(name) === type && meetsAssurance(assurance, name, acceptSpecimens),
  )
}

/** What a pass of a scenario says, in the order of its payload: all that is shown but the portrait, which has its own frame. */
export function passClaims(scenario: PassScenario): ClaimName[] {
  const { discloses }: Scenario = SCENARIOS[scenario]
  return discloses.filter((name) => name !== 'portrait')
}

/** @returns the scenario whose ticket byte is `id`, or `undefined`. */
export function scenarioById(id: number): ScenarioName | undefined {
  return SCENARIO_NAMES.find((name) => SCENARIOS[name].id === id)
}

/** Whose identity is shown: the holder's own, be it that of a foreign permanent resident, or a child's whose guardian the holder is. */
export type Subject = HolderKind | 'child'

/** Whether the holder is a foreign permanent resident, of whom some purposes ask for something else. */
export type HolderKind = 'holder' | 'foreigner'

/** Who the holder of an identity is, by what it says: foreign permanent residents alone have a nationality in it. */
export function holderBy({ nationality }: { readonly nationality?: unknown }): HolderKind {
  return nationality === undefined ? 'holder' : 'foreigner'
}

/** What a desk sees beside a child's claims. */
const OF_GUARDIAN: readonly ClaimName[] = ['guardian_name', 'guardian_relation']

/** Whether the card of a child may be shown for a purpose. */
export function takesChildren(scenario: ScenarioName): boolean {
  const { children }: Scenario = SCENARIOS[scenario]
  return children === true
}

/** @returns what the person at the desk sees; of a child, also who shows its card */
export function disclosedClaims(scenario: ScenarioName, subject: Subject = 'holder'): readonly ClaimName[] {
  const { discloses }: Scenario = SCENARIOS[scenario]
  return subject === 'child' ? [...discloses, ...OF_GUARDIAN] : discloses
}

/** Whether claims that a desk was shown are those of a child's card. */
export function isOfChild(claims: Readonly<Record<string, unknown>>): boolean {
  return OF_GUARDIAN.some((name) => Object.hasOwn(claims, name))
}

/** @returns what goes to the organisation's register */
export function registeredClaims(scenario: ScenarioName, subject: Subject = 'holder'): readonly ClaimName[] {
  const { registers, registersForeigners = registers }: Scenario = SCENARIOS[scenario]
  return subject === 'foreigner' ? registersForeigners : registers
}

/** Whether a purpose asks a foreign permanent resident for something else than others. */
export function asksForeignersElse(scenario: ScenarioName): boolean {
  const { registersForeigners }: Scenario = SCENARIOS[scenario]
  return registersForeigners !== undefined
}

/** @returns everything the holder approves in one tap: what is shown and what is registered, each once. */
export function requestedClaims(scenario: ScenarioName, subject: Subject = 'holder'): ClaimName[] {
  const claims = [...disclosedClaims(scenario, subject), ...registeredClaims(scenario, subject)]
  return [...new Set<ClaimName>(claims)]
}

/** What the holder did for the server to release a pass; the place in this list is the number in a frame. */
export const UNLOCK_METHODS = ['pin', 'face', 'biometric'] as const

export type UnlockMethod = (typeof UNLOCK_METHODS)[number]

/**
 * Whether a person was proven well enough for a purpose.
 *
 * @param acceptSpecimens true in a local deployment only: synthetic citizens are then as good as any
 */
export function meetsAssurance(
  assurance: Assurance,
  scenario: ScenarioName,
  acceptSpecimens: boolean,
): boolean {
  return isAtLeast(assurance, SCENARIOS[scenario].minimumAssurance, acceptSpecimens)
}

/** Whether a way of being seen is as strong as another. @param acceptSpecimens true in a local deployment only */
export function isAtLeast(assurance: Assurance, weakest: Assurance, acceptSpecimens: boolean): boolean {
  if (assurance === 'specimen') return acceptSpecimens
  return ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(weakest)
}
