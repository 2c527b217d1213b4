/** What the phone's chip signed, as the server has the platform verify it. */
export interface ChipResult {
  readonly json: string
  readonly signature: string
}

/** Whether this phone has a fingerprint or face lock, set up, whose chip can sign for the server. */
export declare function hasBiometric(): Promise<boolean>

/**
 * Asks the owner of the phone for a finger or a look.
 *
 * @param challenge from the server, good once
 * @param reason what the system's dialogue says
 * @returns `undefined` when the owner gave up or was not recognised
 */
export declare function signWithBiometric(challenge: string, reason: string): Promise<ChipResult | undefined>
