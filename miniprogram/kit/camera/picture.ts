/** A photo on this device: shown with `<Image src={picture.src}>`, sent with `uploadFile`. */
export interface Picture {
  /** A temporary path (weapp) or a blob URL (h5). */
  readonly src: string
}

/** Removes the photo from the device as soon as it is not needed: it shows a face or an ID card. */
export declare function discardPicture(picture: Picture): void

/** The bytes of a photo as `uploadFile` sends them. @throws Error when it was discarded */
export declare function readPicture(picture: Picture): Promise<Uint8Array>
