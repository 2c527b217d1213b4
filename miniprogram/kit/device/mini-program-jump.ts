/** Another mini-program that opened this app. */
export interface Jump {
  /** Said by the platform. */
  readonly appId: string
  /** The parameters of the page that it opened, not to be trusted. */
  readonly query: Readonly<Record<string, string | undefined>>
}

/** How this app was entered last, if another mini-program led here. h5: never. */
export declare function readJump(): Jump | undefined

/** Goes back to the mini-program that led here. @param data handed to it */
export declare function returnFromJump(data: Readonly<Record<string, string>>): void
