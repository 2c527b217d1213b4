/** What a build was made for and where it finds its cloud, fixed at build time (kit/build/build-settings.cjs). */
export const IS_LOCAL = process.env.NANSHA_STAGE === 'local'
/** localcloud on this machine; empty in production. */
export const LOCALCLOUD = process.env.NANSHA_LOCALCLOUD ?? ''
/** The environment of WeChat Cloud Development; empty in a local build. */
export const CLOUD_ENV = process.env.NANSHA_CLOUD_ENV ?? ''
/** The appid that owns the environment; empty in the app that owns it. */
export const CLOUD_OWNER = process.env.NANSHA_CLOUD_OWNER ?? ''
