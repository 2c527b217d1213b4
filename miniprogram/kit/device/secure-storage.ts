/** Small texts that must not be stored in plain text: the phone key, credentials, handles. */
export interface SecureStorage {
  /** @returns the text under `key`, or `undefined` when there is none (the platform may have evicted it). */
  get(key: string): Promise<string | undefined>
  /**
   * @param value at most 0.7 MB, the platform's limit for encrypted entries
   * @throws NanshaError STORAGE_FULL when there is no room for it
   */
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
}

/**
 * weapp: the platform's encrypted storage (AES-128, not backed by hardware).
 * h5: plain localStorage, kept apart by app and `?profile=`. The browser build is for development only.
 */
export declare const secureStorage: SecureStorage
