/** Which of the two apps this bundle is; set by the build. */
export const APP = process.env.NANSHA_APP as 'citizen' | 'verifier'

/** The appids of development; in production the platform knows its own. */
export const DEVELOPMENT_APPID = APP === 'citizen' ? 'wxcitizen0000000001' : 'wxverifier000000002'
