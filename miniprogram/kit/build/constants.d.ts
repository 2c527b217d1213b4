/** What taro-config.cjs puts into the bundle in place of each name: there is no `process` on a phone. */
declare const process: {
  readonly env: Readonly<
    Record<
      // Set by Taro itself.
      | 'TARO_ENV'
      | 'NANSHA_APP'
      | 'NANSHA_STAGE'
      | 'NANSHA_CLOUD_OWNER'
      | 'NANSHA_CLOUD_ENV'
      | 'NANSHA_LOCALCLOUD'
      | 'NANSHA_ROOTS',
      string
    >
  >
}
