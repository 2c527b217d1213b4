import { readSigner } from '../crypto/signer'
import type { Files } from '../platform/files'
import type { ReceiverPorts } from './check-receipt'
import type { GuestReports } from './guest-reports'
import { reportByFile } from './report-by-file'
import { reportByHttp } from './report-by-http'

interface Platform extends ReceiverPorts {
  readonly files: Files
  readonly storageRoot: () => Promise<string>
  readonly randomId: () => string
  readonly fetch: typeof fetch
}

/**
 * The region's way to its authority: `NANSHA_GUEST_REPORTS` is `file`, or the `https` address of its endpoint, to which
 * `NANSHA_REPORT_KEY` signs.
 *
 * @throws Error that names the variable which is missing or wrong
 */
export function chooseReports(environment: NodeJS.ProcessEnv, platform: Platform): GuestReports {
  const way = environment.NANSHA_GUEST_REPORTS ?? ''
  if (way === 'file') return reportByFile(platform)
  if (!/^https?:\/\/[\x21-\x7e]*[^/]$/.test(way))
    throw new Error('NANSHA_GUEST_REPORTS must be "file" or an https address without a slash at its end.')
  if (environment.NANSHA_STAGE !== 'local' && !way.startsWith('https:'))
    throw new Error('NANSHA_GUEST_REPORTS must begin with https.')
  return reportByHttp({ ...platform, url: way, signer: readSigner(environment, 'NANSHA_REPORT_KEY') })
}
