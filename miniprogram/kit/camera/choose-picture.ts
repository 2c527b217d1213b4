import type { Picture } from './picture'

/**
 * `none`: the person closed the album. `unreadable`: it gave nothing for another reason. The others are those of the platform's privacy
 * rules (`CameraFault`).
 */
export type ChosenPicture =
  | { readonly state: 'chosen'; readonly picture: Picture /** Bytes. */; readonly size: number }
  | { readonly state: 'none' | 'unreadable' | 'unagreed' | 'undeclared' }

/** Lets the person choose a picture from the album. Never throws. */
export declare function choosePicture(): Promise<ChosenPicture>
