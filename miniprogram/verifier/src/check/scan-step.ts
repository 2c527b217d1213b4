import type { Check } from './check'

/** What the open camera is doing: looking, asking the cloud, or waiting for the other frame of a pass. */
export type ScanStep = 'scanning' | 'checking' | 'proof' | 'portrait'

export type ScanningCheck = Extract<Check, { at: 'scanning' | 'checking' | 'reading' }>

export function scanStepOf(check: ScanningCheck): ScanStep {
  if (check.at !== 'reading') return check.at
  if (check.frames.proof === undefined) return 'proof'
  // Until the proof is known to be genuine, and once both are there, the device is at work.
  return check.genuine ? 'portrait' : 'checking'
}
