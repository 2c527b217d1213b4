import type { Store } from '../state/create-store'

export interface Updates {
  /** Whether a newer version was downloaded and waits to be opened. */
  readonly isReady: Store<boolean, boolean>
  /** Opens the newer version: every page of this one is closed. */
  apply(): void
}

/** Of the platform, which downloads a newer version while this one is used. A browser loads the newest by itself. */
export declare const updates: Updates
