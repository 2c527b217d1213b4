const LOCAL_ROOTS = require('./local-roots.json')

/** Where `npm start` listens. */
const LOCALCLOUD = 'http://127.0.0.1:5170'

/**
 * What is fixed in a build of an app, by name as in `process.env`. Nothing is assumed: a build that does not say for which stage it
 * is could believe anybody or open any cloud, so it stops.
 *
 * - `NANSHA_STAGE=local`: the cloud on this machine, at `NANSHA_LOCALCLOUD` (default 127.0.0.1:5170); specimens are good; the roots are the
 *   developers', which anybody can sign with.
 * - `NANSHA_STAGE=production`: the environment `NANSHA_CLOUD_ENV` of WeChat Cloud Development; `NANSHA_ROOTS`, a JSON array of the public
 *   keys of the two roots; `NANSHA_CLOUD_OWNER`, the appid that owns the environment, which the companion shares.
 *
 * @param {string} app folder under miniprogram/
 * @param {'weapp' | 'h5'} platform
 * @param {Record<string, string | undefined>} environment
 * @returns {Record<string, string>}
 * @throws Error with one sentence that says what is missing
 */
exports.readBuildSettings = function readBuildSettings(app, platform, environment) {
  const given = (name) => environment[name] ?? ''
  const settings = {
    NANSHA_APP: app,
    NANSHA_STAGE: given('NANSHA_STAGE'),
    NANSHA_LOCALCLOUD: '',
    NANSHA_CLOUD_ENV: '',
    NANSHA_CLOUD_OWNER: '',
  }
  switch (settings.NANSHA_STAGE) {
    case 'local':
      if (given('NANSHA_CLOUD_ENV') !== '' || given('NANSHA_ROOTS') !== '')
        throw new Error('NANSHA_CLOUD_ENV and NANSHA_ROOTS belong to NANSHA_STAGE=production, not to local.')
      return {
        ...settings,
        NANSHA_LOCALCLOUD: given('NANSHA_LOCALCLOUD') || LOCALCLOUD,
        NANSHA_ROOTS: JSON.stringify(LOCAL_ROOTS),
      }
    case 'production':
      return { ...settings, ...readProduction(app, platform, given) }
    default:
      throw new Error(
        'Say what the build is for: NANSHA_STAGE=local for the cloud on this machine, or NANSHA_STAGE=production with ' +
          'NANSHA_CLOUD_ENV and NANSHA_ROOTS (docs/wechat-devtools.md).',
      )
  }
}

function readProduction(app, platform, given) {
  if (platform !== 'weapp')
    throw new Error('The browser build keeps keys in the clear and is for NANSHA_STAGE=local only.')
  if (given('NANSHA_LOCALCLOUD') !== '')
    throw new Error('NANSHA_LOCALCLOUD belongs to NANSHA_STAGE=local, not to production.')
  if (given('NANSHA_CLOUD_ENV') === '')
    throw new Error('A build for production needs NANSHA_CLOUD_ENV: the app has no default environment.')
  if (app === 'verifier' && given('NANSHA_CLOUD_OWNER') === '')
    throw new Error('A companion for production needs NANSHA_CLOUD_OWNER, the appid of the citizen app.')
  return {
    NANSHA_CLOUD_ENV: given('NANSHA_CLOUD_ENV'),
    NANSHA_CLOUD_OWNER: app === 'verifier' ? given('NANSHA_CLOUD_OWNER') : '',
    NANSHA_ROOTS: JSON.stringify(readRoots(given('NANSHA_ROOTS'))),
  }
}

/** @returns two public P-256 keys (RFC 7518 §6.2.1) that are not the developers' */
function readRoots(text) {
  const roots = parseJson(text)
  const isPair = Array.isArray(roots) && roots.length === 2 && roots.every(isPublicKey)
  if (!isPair || roots[0].x === roots[1].x)
    throw new Error('NANSHA_ROOTS must be a JSON array of the public keys of the two roots, P-256 JWKs.')
  if (roots.some(({ x }) => LOCAL_ROOTS.some((local) => local.x === x)))
    throw new Error('NANSHA_ROOTS names a root of the local stage, with which anybody can sign.')
  return roots
}

function isPublicKey(jwk) {
  const isCoordinate = (value) => typeof value === 'string' && /^[\w-]{43}$/.test(value)
  return (
    jwk?.kty === 'EC' && jwk.crv === 'P-256' && isCoordinate(jwk.x) && isCoordinate(jwk.y) && !('d' in jwk)
  )
}

function parseJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
