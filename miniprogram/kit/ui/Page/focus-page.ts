/**
 * Tells keyboards and screen readers that another page is there: they begin at its heading, or at the page where it has none, and go
 * on where they were on a page that they come back to.
 *
 * @param page the element of its content
 */
export declare function focusPage(page: unknown): void
