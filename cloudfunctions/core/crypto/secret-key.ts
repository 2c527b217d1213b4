/**
 * Reads a 32-byte secret from the environment.
 *
 * @param name the variable, whose value is 43 characters of base64url
 * @throws Error that names the variable, never its value
 */
export function secretKey(environment: NodeJS.ProcessEnv, name: string): Buffer {
  const key = parseKey(environment[name] ?? '')
  if (!key) throw new Error(`${name} must be 32 bytes in base64url.`)
  return key
}

/**
 * Reads secrets of which a new one is added from time to time: the first ones stay.
 *
 * @param name the variable: one key or several with commas between them, the oldest first
 * @throws Error that names the variable, never its value
 */
export function secretKeys(environment: NodeJS.ProcessEnv, name: string): Buffer[] {
  const texts = (environment[name] ?? '').split(',')
  const keys = texts.flatMap((text) => parseKey(text) ?? [])
  if (keys.length < texts.length || texts.length > MOST_KEYS || new Set(texts).size < texts.length)
    throw new Error(`${name} must be keys of 32 bytes in base64url, each once, with commas between them.`)
  return keys
}

/** A key that changes every year lasts a century. */
const MOST_KEYS = 99

function parseKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64url')
  return key.length === 32 && key.toString('base64url') === text ? key : undefined
}
