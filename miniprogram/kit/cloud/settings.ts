/**
 * Where a weapp build finds its cloud, fixed at build time:
 * - `NANSHA_LOCALCLOUD=http://127.0.0.1:3000`: localcloud on this machine, for the simulator of WeChat DevTools;
 * - `NANSHA_CLOUD_ENV=<environment id>`: WeChat Cloud Development; empty means the app's default environment;
 * - `NANSHA_CLOUD_OWNER=<appid>`: the appid that owns the environment, for the companion, which shares it.
 */
export const LOCALCLOUD = process.env.NANSHA_LOCALCLOUD ?? ''
export const CLOUD_ENV = process.env.NANSHA_CLOUD_ENV ?? ''
export const CLOUD_OWNER = process.env.NANSHA_CLOUD_OWNER ?? ''
