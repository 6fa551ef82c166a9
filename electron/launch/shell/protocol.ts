type Handler = (request: Request) => Response | Promise<Response>;

/** `protocol`: own schemes, which Chromium reaches as `https://<host>.<scheme>.invalid` by request routing. */
export type ShellProtocol = ReturnType<typeof createProtocol>;

export function createProtocol() {
  const handlers = new Map<string, Handler>();
  const toScheme = (address: string): string => {
    if (!URL.canParse(address)) return address;
    const url = new URL(address);
    const [, host, scheme] = /^(.+)\.([^.]+)\.invalid$/.exec(url.hostname) ?? [];
    if (!host || !scheme || !handlers.has(scheme)) return address;
    return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
  };
  return {
    registerSchemesAsPrivileged(_schemes: readonly { scheme: string }[]): void {
      // https already has every privilege a scheme can ask for.
    },
    handle(scheme: string, handler: Handler): void {
      if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' has a handler already.`);
      handlers.set(scheme, handler);
    },
    unhandle(scheme: string): void {
      handlers.delete(scheme);
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),

    /** `longhand://studio/a` as Chromium asks for it; any other address as it is. */
    toChromium(address: string): string {
      const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(address) ?? [];
      if (!scheme || !host || !handlers.has(scheme)) return address;
      return `https://${host}.${scheme}.invalid${rest}`;
    },
    /** The inverse of `toChromium`. */
    toScheme,
    /** The origin of a frame at this Chromium address, as Electron names it. */
    originOf(address: string): string {
      const own = toScheme(address);
      const [, scheme, host] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(own) ?? [];
      return scheme && host ? `${scheme}://${host}` : 'null';
    },
    /** Answers a request of Chromium's, or gives null when no handler has its scheme. */
    async answer(request: {
      address: string;
      method: string;
      headers: Record<string, string>;
      body: Buffer | null;
    }): Promise<Response | null> {
      const address = toScheme(request.address);
      const handler = handlers.get(address.slice(0, address.indexOf(':')));
      if (!handler || address === request.address) return null;
      const body = request.body ? { body: new Uint8Array(request.body) } : {};
      return handler(
        new Request(address, {
          method: request.method,
          headers: request.headers,
          ...body,
        }),
      );
    },
  };
}
