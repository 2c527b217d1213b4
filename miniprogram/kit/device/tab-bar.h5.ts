import { open } from './navigation'
import type * as Port from './tab-bar'

export const openTab: typeof Port.openTab = open

/** A browser has no bar of an app's own. */
export const setTabBar: typeof Port.setTabBar = () => undefined
