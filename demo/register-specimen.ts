import type { SpecimenDocuments, SpecimenEvent, SpecimenHousehold } from '@nansha/shared/api/specimen'
import sharp from 'sharp'
import type { CardText } from './specimen/draw-card'
import type { PermanentSideText } from './specimen/draw-permanent-side'

/** What the registry has of a card; the record of a foreigner has neither ethnic group nor address. */
type Registered =
  | Pick<CardText, 'name' | 'number' | 'ethnicity' | 'address'>
  | Pick<PermanentSideText, 'name' | 'number' | 'nationality'>

/**
 * Puts a synthetic citizen into the specimen registry, as the ministry's registry holds a real one.
 *
 * @param call calls the function `specimen` as an operator
 * @param portrait JPEG or PNG; shrunk so that the event stays below the platform's 100 kB
 * @param documents what the registries of documents are to know of them
 * @param guardians of a child: whom the register of households is to name
 * @throws Error with the refusal's code
 */
export async function registerSpecimen(
  call: (
    event: SpecimenEvent,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: string }>,
  card: Registered,
  portrait: Buffer,
  documents?: SpecimenDocuments,
  guardians?: SpecimenHousehold['guardians'],
): Promise<void> {
  const small = await sharp(portrait).resize(480, 640, { fit: 'cover' }).jpeg({ quality: 85 }).toBuffer()
  const answer = await call({
    action: 'register',
    name: card.name,
    idNumber: card.number,
    portrait: small.toString('base64'),
    ...('address' in card && { ethnicity: card.ethnicity, address: card.address }),
    ...(documents && { documents }),
    ...(guardians && { household: { guardians: [...guardians], portrait: await asRegistered(portrait) } }),
  })
  if (!answer.ok) throw new Error(`The specimen registry refused ${card.name}: ${answer.code}`)
}

/** As desks are shown it: WebP of 240 × 320, base64. */
async function asRegistered(portrait: Buffer): Promise<string> {
  const webp = await sharp(portrait).resize(240, 320, { fit: 'cover' }).webp({ quality: 82 }).toBuffer()
  return webp.toString('base64')
}
