import { Card } from '@nansha/kit/ui/Card/Card'
import { UnreadSide } from '../parts/UnreadSide'
import type { Reading } from '../reading'
import { EMBLEM_FIELDS, ReadFields } from './ReadFields'

/** What the emblem side says. */
export function EmblemDetails({ reading }: { readonly reading: Reading }) {
  if (reading.phase !== 'read') return <UnreadSide side="emblem" reading={reading} />
  return (
    <Card>
      <ReadFields names={EMBLEM_FIELDS} fields={reading.fields} />
    </Card>
  )
}
