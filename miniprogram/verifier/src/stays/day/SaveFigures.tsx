import { saveText } from '@nansha/kit/device/save-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { useState } from 'react'
import type { ShownFigures } from './Figures'
import { figuresCsv } from './figures-csv'
import { DAY_TEXTS } from './texts'

/** Hands a day's figures to the manager as a file. */
export function SaveFigures(figures: ShownFigures) {
  const say = useSay()
  const [hasFailed, setFailed] = useState(false)
  const save = () => {
    setFailed(false)
    saveText(`nansha-${figures.stays.day}.csv`, figuresCsv(figures)).catch(() => setFailed(true))
  }
  return (
    <>
      {hasFailed && <Notice kind="warn" text={say(DAY_TEXTS.downloadFailed)} />}
      <Button kind="secondary" label={say(DAY_TEXTS.download)} onPress={save} />
    </>
  )
}
