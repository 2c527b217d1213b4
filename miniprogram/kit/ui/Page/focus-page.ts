/**
 * Tells keyboards and screen readers that another page is there: they begin at its heading, or at the page where it has none.
 *
 * @param page the element of its content
 */
export declare function focusPage(page: unknown): void
