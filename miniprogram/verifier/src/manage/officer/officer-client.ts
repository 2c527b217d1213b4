import type { Picture, readPicture } from '@nansha/kit/camera/picture'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import { UPLOAD_TIMEOUT_MS } from '@nansha/kit/cloud/time-limit'
import type { ChildFound, CounterEvent, CounterOpened } from '@nansha/shared/api/counter'
import type { CardRead } from '@nansha/shared/api/enrol'
import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { digestBytes } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import type { Particulars } from './particulars'

/** Reading a card and cutting a portrait start large functions, which takes a while when they are cold. */
const WORK_TIMEOUT_MS = 60_000

export interface OfficerPorts {
  readonly ask: Ask
  readonly uploadFile: typeof uploadFile
  readonly readPicture: typeof readPicture
}

/** What an officer asks of the cloud. Everything throws NanshaError with the code of a refusal. */
export function createOfficerClient({ ask, uploadFile, readPicture }: OfficerPorts) {
  const upload = async (path: string, picture: Picture) => {
    const uploaded = await uploadFile(path, picture, { timeoutMs: UPLOAD_TIMEOUT_MS })
    if (!uploaded.ok) throw new NanshaError(uploaded.code)
    return uploaded.fileID
  }
  const send = <Result>(event: CounterEvent) => ask<Result>('enrol', event, { timeoutMs: WORK_TIMEOUT_MS })

  return {
    /** @param code eight digits off the person's phone */
    open: (code: string): Promise<CounterOpened> => send({ action: 'counter-open', code }),
    async readCard(
      { applicationId, uploads }: CounterOpened,
      side: CardRead['side'],
      picture: Picture,
    ): Promise<CardRead> {
      const card = await upload(uploads.card, picture)
      return send({ action: 'counter-read-card', applicationId, side, card })
    },
    async approve(
      { applicationId, uploads }: CounterOpened,
      particulars: Particulars,
      picture: Picture,
    ): Promise<void> {
      const portraitDigest = digestBytes(await readPicture(picture))
      const portrait = await upload(uploads.portrait, picture)
      await send({ action: 'counter-approve', applicationId, ...particulars, portrait, portraitDigest })
    },
    /** Asks the register for the child of the guardian whose phone it is. */
    findChild: (
      { applicationId }: CounterOpened,
      { name, idNumber, cardValidity }: Particulars,
    ): Promise<ChildFound> =>
      send({ action: 'counter-find-child', applicationId, name, idNumber, cardValidity }),
    /** @param portrait of the register, as the officer saw it */
    async approveChild(
      { applicationId }: CounterOpened,
      { name, idNumber, cardValidity }: Particulars,
      portrait: string,
    ): Promise<void> {
      const portraitDigest = digestBytes(decodeBase64(portrait) ?? new Uint8Array(0))
      const onCard = { applicationId, name, idNumber, cardValidity }
      await send({ action: 'counter-approve-child', ...onCard, portraitDigest })
    },
    async refuse({ applicationId }: CounterOpened): Promise<void> {
      await send({ action: 'counter-refuse', applicationId })
    },
  }
}
export type OfficerClient = ReturnType<typeof createOfficerClient>
