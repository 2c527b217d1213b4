import { parseArgs } from 'node:util'
import { OrganisationEvent } from '@nansha/shared/api/organisation'
import { id } from '@nansha/shared/fields'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import * as v from 'valibot'

export const USAGE = `npm run operate -- COMMAND [options]

  list                                        every organisation, its licence and its managers
  onboard --zh 名称 --en Name --scenarios hotel,age --until 2027-12-31 [--enrols]
                                              a new one, and an invitation for its first manager
  invite ORGANISATION [--role clerk]          an invitation, for a manager unless told otherwise
  renew ORGANISATION --until 2028-12-31       its licence lasts until the end of that day in China
  suspend ORGANISATION                        withdraws its licence at once
  resume ORGANISATION                         gives it back
  staff ORGANISATION                          who works there
  dismiss ORGANISATION --account APPID:OPENID takes somebody's desk away, also the last manager's
  websites                                    what citizens complained of, by website and day
  complaints                                  the same of organisations with desks
  freeze --call REFERENCE                     freezes the ID of somebody who telephones: asks for name and number

Scenarios: ${SCENARIO_NAMES.join(', ')}.
Options:
  --key FILE     the operator's private JWK; on this machine .data/operator.json
  --url URL      a cloud on this machine, http://127.0.0.1:5170 unless told otherwise
  --env ID --issuer URL
                 a real environment, with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set`

/** Whom to ask. */
export type Target =
  | { readonly kind: 'local'; readonly url: string }
  | { readonly kind: 'environment'; readonly env: string; readonly issuer: string }

export interface Command {
  readonly name: string
  /** For the function `organisation`; `freeze` is the only command without. */
  readonly event: OrganisationEvent | null
  /** How the operator's books name the telephone call. */
  readonly reference: string | null
  readonly keyFile: string | null
  readonly target: Target
}

const OPTIONS = {
  zh: { type: 'string' },
  en: { type: 'string' },
  scenarios: { type: 'string' },
  until: { type: 'string' },
  enrols: { type: 'boolean', default: false },
  role: { type: 'string', default: 'manager' },
  account: { type: 'string' },
  call: { type: 'string' },
  key: { type: 'string' },
  url: { type: 'string', default: 'http://127.0.0.1:5170' },
  env: { type: 'string' },
  issuer: { type: 'string' },
} as const

/**
 * Reads what an operator typed.
 *
 * @throws Error with a sentence that says what to type instead
 */
export function readCommand(argv: readonly string[]): Command {
  const [name = '', second = '', ...others] = argv
  // An id may begin with a hyphen, which would be taken for an option.
  const organisationId = v.is(id, second) ? second : undefined
  const rest = organisationId === undefined ? argv.slice(1) : others
  const { values, positionals } = parseArgs({ args: [...rest], options: OPTIONS, allowPositionals: true })
  if (positionals.length > 0) throw new Error(`${positionals.join(' ')} was not expected.\n\n${USAGE}`)
  const common = {
    name,
    keyFile: values.key ?? null,
    target: readTarget(values),
    reference: values.call ?? null,
  }
  if (name === 'freeze') {
    if (!values.call) throw new Error('Say which telephone call it is: --call REFERENCE, as in your books.')
    return { ...common, event: null }
  }
  const event = v.safeParse(OrganisationEvent, eventOf(name, organisationId, values))
  if (event.success) return { ...common, event: event.output }
  const field = v.getDotPath(event.issues[0])
  throw new Error(field && field !== 'action' ? `${fieldName(field)} is missing or not right.` : USAGE)
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

function eventOf(name: string, organisationId: string | undefined, values: Values): object {
  const until = values.until === undefined ? {} : { licenceExpiresAt: endOfDay(values.until) }
  switch (name) {
    case 'list':
      return { action: 'organisations' }
    case 'websites':
      return { action: 'website-reports' }
    case 'complaints':
      return { action: 'desk-reports' }
    case 'onboard':
      return {
        action: 'onboard',
        name: { zh: values.zh, en: values.en },
        scenarios: values.scenarios?.split(','),
        enrols: values.enrols,
        ...until,
      }
    case 'invite':
      return { action: name, organisationId, role: values.role }
    case 'renew':
      return { action: name, organisationId, ...until }
    case 'dismiss':
      return { action: name, organisationId, account: values.account }
    default:
      return { action: name, organisationId }
  }
}

/** The last second of a day in China, Unix seconds. */
function endOfDay(day: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59+08:00`) : Number.NaN
  if (Number.isNaN(time)) throw new Error(`--until takes a day such as 2027-12-31, not "${day}".`)
  return time / 1000
}

function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = {
    organisationId: 'ORGANISATION',
    'name.zh': '--zh',
    'name.en': '--en',
    licenceExpiresAt: '--until',
  }
  return names[field] ?? `--${field.split('.')[0]}`
}

function readTarget({ url, env, issuer }: Values): Target {
  if (env === undefined) return { kind: 'local', url: (url ?? '').replace(/\/$/, '') }
  if (!issuer) throw new Error('With --env say whose operator you are: --issuer, its NANSHA_ISSUER_URL.')
  return { kind: 'environment', env, issuer }
}
