/** Opens a page that has a tab, where the platform has tabs. @param page path without a query, such as `/history/index` */
export declare function openTab(page: string): void

/**
 * What the bar of tabs shows while a page that has a tab is shown.
 *
 * @param labels in the order of the app's `tabBar.list`; `hidden` takes the bar away
 */
export declare function setTabBar(labels: readonly string[] | 'hidden'): void
