/**
 * Makes the screen easy to scan while a code is shown: full brightness, no sleep, hidden from screenshots
 * where the platform can (Android; on iOS only recordings). What a platform lacks is left out silently:
 * the code is safe by its signature and its short life, not by this.
 *
 * @returns a function that restores what was; safe to call more than once
 */
export declare function holdScreenBright(): () => void
