/**
 * Bytes from the platform's cryptographic generator; the only source of randomness in the apps.
 *
 * @param length 1 to 1024 bytes
 * @throws Error when the platform has none: keys must never come from anything weaker
 */
export declare function randomBytes(length: number): Promise<Uint8Array>
