/**
 * The service of each action that an event can ask for. The result of a service is the answer; one without a result is
 * answered by an empty object.
 */
export type Services<Request extends { readonly action: string }, Caller> = {
  readonly [Action in Request['action']]: (
    caller: Caller,
    request: Extract<Request, { readonly action: Action }>,
  ) => Promise<object> | Promise<void>
}

/** Answers a request, which has been parsed, by the service of its action. */
export async function serveAction<Request extends { readonly action: string }, Caller>(
  services: Services<Request, Caller>,
  caller: Caller,
  request: Request,
): Promise<object> {
  const serve = services[request.action as Request['action']] as (
    caller: Caller,
    request: Request,
  ) => Promise<object> | Promise<void>
  return (await serve(caller, request)) ?? {}
}
