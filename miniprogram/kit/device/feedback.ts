/** Tells a person who is not looking at the screen: two rising notes and one buzz, or two low notes and two buzzes. */
export declare function signal(outcome: 'accepted' | 'refused'): void
