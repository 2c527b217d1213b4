/** Takes the page on top out of the platform's menu for sharing: what it shows is one person's. */
export declare function forbidSharing(): void
