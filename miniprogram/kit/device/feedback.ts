/**
 * Tells a person who is not looking at the screen: two rising notes and one buzz, two low notes and a longer one, or a
 * loud siren. A device that can do neither stays silent; the screen says the same.
 */
export declare function signal(outcome: 'accepted' | 'refused' | 'alarm'): void
