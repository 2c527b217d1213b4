import { choosePicture } from '@nansha/kit/camera/choose-picture'
import { discardPicture, type Picture } from '@nansha/kit/camera/picture'
import { ALBUM_TEXTS } from '@nansha/kit/camera/privacy-texts'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { ERRORS } from '@nansha/shared/errors'

/** What the server accepts; a larger file would only be refused after a long upload. */
const LARGEST_BYTES = 6 * 1024 * 1024

/** @returns the picture, or why there is none; neither when the citizen closed the album */
export async function chooseFromAlbum(): Promise<{ readonly picture?: Picture; readonly fault?: Text }> {
  const chosen = await choosePicture()
  switch (chosen.state) {
    case 'chosen':
      if (chosen.size <= LARGEST_BYTES) return { picture: chosen.picture }
      discardPicture(chosen.picture)
      return { fault: ERRORS.IMAGE_TOO_LARGE }
    case 'none':
      return {}
    case 'unreadable':
      return { fault: ERRORS.IMAGE_UNREADABLE }
    default:
      return { fault: ALBUM_TEXTS[chosen.state] }
  }
}
