/** After `denied`: opens the setting where the person can allow the camera. @returns whether it is allowed now. */
export declare function recoverCamera(): Promise<boolean>
