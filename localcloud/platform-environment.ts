/** The environment id of this machine's cloud. */
export const ENVIRONMENT = 'local'

/** The variables by which the real wx-server-sdk finds the platform; pointed at this server. */
export function platformEnvironment(adminUrl: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: ENVIRONMENT,
    TCB_ENV: ENVIRONMENT,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TZ: 'UTC',
  }
}

/** localcloud trusts every caller that reaches it, so it must never stand in for a real environment. @throws Error */
export function refuseProduction(environment: NodeJS.ProcessEnv): void {
  if (environment.NODE_ENV === 'production' || environment.NANSHA_STAGE === 'production') {
    throw new Error(
      'localcloud does not start with NODE_ENV or NANSHA_STAGE set to production: it trusts every caller.',
    )
  }
  if (environment.TENCENTCLOUD_RUNENV === 'SCF' && !environment.TCB_CONTEXT_CNFG) {
    throw new Error('localcloud does not start inside a cloud function.')
  }
}
