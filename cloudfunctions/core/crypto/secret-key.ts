/**
 * Reads a 32-byte secret from the environment.
 *
 * @param name the variable, whose value is 43 characters of base64url
 * @throws Error that names the variable, never its value
 */
export function secretKey(environment: NodeJS.ProcessEnv, name: string): Buffer {
  const text = environment[name] ?? ''
  const key = Buffer.from(text, 'base64url')
  if (key.length !== 32 || key.toString('base64url') !== text) {
    throw new Error(`${name} must be 32 bytes in base64url.`)
  }
  return key
}
