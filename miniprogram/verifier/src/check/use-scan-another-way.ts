import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { type Dispatch, useState } from 'react'
import type { CheckEvent } from './check'
import { isHolderCode } from './holder-code'
import type { ScanStep } from './scan-step'

/** The platform's own scanner, or a picture of a code, beside the camera of the page. */
export function useScanAnotherWay(step: ScanStep, dispatch: Dispatch<CheckEvent>) {
  const [isNothingFound, setNothingFound] = useState(false)
  return {
    /** The last scan found no code of a holder. */
    isNothingFound,
    forget: () => setNothingFound(false),
    async scan() {
      const scanned = await scanOnce(isHolderCode)
      setNothingFound(scanned.state === 'none')
      if (scanned.state !== 'code') return
      // The other picture of a pass belongs to the one before.
      dispatch({ type: step === 'scanning' ? 'scanned' : 'seen', text: scanned.text })
    },
  }
}
