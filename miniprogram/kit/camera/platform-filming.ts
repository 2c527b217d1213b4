/**
 * Whether the platform can film the person itself. Published mini-programs must let it, unless they are admitted to
 * film on their own.
 */
export declare function canPlatformFilm(): boolean

/**
 * Hands the screen over to the platform, which films the person and judges for itself; the server asks it how that went.
 *
 * @param verifyId of the session that the server opened
 * @returns whether the filming came to its end, however that was
 */
export declare function filmByPlatform(verifyId: string): Promise<boolean>
