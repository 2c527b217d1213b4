import { digestText } from '../encoding/digest'

/**
 * Names a pass: SHA-256, base64url, of what its issuer signed. The signature is left out, because it has a twin (`s` and
 * `n − s`) under which the same pass could be shown twice.
 *
 * @param pass `<jws>~`
 */
export function passIdOf(pass: string): string {
  return digestText(pass.slice(0, pass.lastIndexOf('.')))
}
