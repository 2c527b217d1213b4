/** @returns the size of body text as CSS, which follows the reader's text setting. */
export declare function textScale(): string
