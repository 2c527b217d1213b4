import type { CardSide } from '@nansha/shared/identity-card'

/** The server's names of the pictures. */
export type PictureName = 'card' | 'emblem' | 'selfie'

/** The picture of each side of the card; its step goes by the same name. */
export const PICTURE_OF = { portrait: 'card', emblem: 'emblem' } as const satisfies Record<
  CardSide,
  PictureName
>
