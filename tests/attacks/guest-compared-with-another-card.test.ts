import { FaceFault } from '@nansha/core/clients/face-answer'
import type { FaceMatch } from '@nansha/core/face/face-match'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { compareGuest, photographGuest } from '@nansha/core/stays/reading/compare-guest'
import { photographDocument } from '@nansha/core/stays/reading/photograph-document'
import { readGuestDocument } from '@nansha/core/stays/reading/read-guest-document'
import type { ReadingPorts } from '@nansha/core/stays/reading/reading-ports'
import { expect, it } from 'vitest'
import { createReadingDesk, READ_CARD } from '../support/reading-desk'
import { CLERK } from '../support/world'

it('a face is compared with the card that was read, whatever portrait lies in its place by then', async () => {
  const desk = await createReadingDesk()
  const { guest, stay } = desk
  const photo = async () => {
    const { upload } = await photographDocument(desk.ports, CLERK, { stay, guest, document: 'card' })
    return desk.upload(upload, 'a photo')
  }
  const cardOf = (portrait: string) =>
    (async () => ({ ...READ_CARD, portrait: Buffer.from(portrait).toString('base64') })) as unknown
  /** The function `face`: the guest has the face of the first card. */
  const matchFaces: ReadingPorts['matchFaces'] = async (_probes, { fileId, digest }) => {
    const printed = await desk.files.download(fileId)
    if (!printed || (digest !== undefined && photoDigest(printed) !== digest))
      throw new FaceFault('IMAGE_MISSING', { which: 'reference' })
    return { decision: printed.toString() === 'of the first card' ? 'match' : 'no-match' } as FaceMatch
  }
  const readCard = (portrait: string) => cardOf(portrait) as ReadingPorts['readCard']
  const ports = { ...desk.ports, matchFaces }

  const first = await photo()
  let compared: Promise<unknown> = Promise.resolve()
  const slow: ReadingPorts = {
    ...ports,
    readCard: readCard('of the first card'),
    files: {
      ...desk.files,
      // By the time that the first portrait is stored, another card was photographed and read; it is in the other's place for a moment.
      async upload(path, bytes) {
        const second = await photo()
        const other = { ...ports, readCard: readCard('of the second card') }
        await readGuestDocument(other, CLERK, { guest, photo: second })
        const stored = await desk.files.upload(path, bytes)
        const { upload } = await photographGuest(ports, CLERK, { guest })
        compared = compareGuest(ports, CLERK, { guest, photo: await desk.upload(upload, 'the guest') })
        await compared.catch(() => undefined)
        return stored
      },
    },
  }
  await expect(readGuestDocument(slow, CLERK, { guest, photo: first })).rejects.toMatchObject({
    code: 'READING_UNKNOWN',
  })
  await expect(compared).rejects.toMatchObject({ code: 'CARD_PORTRAIT_UNCLEAR' })
  expect(desk.readings()[0]?.faces ?? null).toBeNull()
})
