import sparticuz from '@sparticuz/chromium'

/**
 * Unpacks the browser inside npm once, before any test: workers that did so at the same time would start a half-written
 * one. Its shared libraries come along, which it unpacks only where it believes to run in a cloud function.
 */
export default async function unpackBrowser(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    await sparticuz.executablePath()
  } finally {
    delete process.env.AWS_EXECUTION_ENV
  }
}
