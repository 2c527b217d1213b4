/** @returns the size of `--em` as CSS, which follows the reader's text setting. */
export declare function textScale(): string
