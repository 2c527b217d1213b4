import * as v from 'valibot'

/** What this deployment is called by the credentials it issues. */
export interface Issuer {
  /** `https://…` without a slash at the end: `iss`, and where `trust` is served. */
  readonly issuerUrl: string
  /** Two bytes that name it in tickets; given out with its place in the trust list. */
  readonly issuerId: number
}

const Environment = v.object({
  NANSHA_ISSUER_URL: v.pipe(v.string(), v.url(), v.regex(/^https?:.*[^/]$/)),
  NANSHA_ISSUER_ID: v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(0xffff)),
})

/** @throws Error that names the variable which is missing or wrong; without TLS a local stage alone may be served */
export function readIssuer(environment: NodeJS.ProcessEnv): Issuer {
  const parsed = v.safeParse(Environment, environment)
  if (!parsed.success) {
    throw new Error(`${v.getDotPath(parsed.issues[0])} is missing or wrong: ${parsed.issues[0].message}`)
  }
  if (environment.NANSHA_STAGE !== 'local' && !parsed.output.NANSHA_ISSUER_URL.startsWith('https:')) {
    throw new Error('NANSHA_ISSUER_URL must begin with https.')
  }
  return { issuerUrl: parsed.output.NANSHA_ISSUER_URL, issuerId: parsed.output.NANSHA_ISSUER_ID }
}
