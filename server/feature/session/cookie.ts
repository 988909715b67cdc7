/**
 * The session's cookie. Behind https its name makes browsers refuse to take it for a whole domain or without TLS; on a trial
 * machine without TLS it goes by a plain name.
 */
export type SessionCookie = {
  /** The token a request carries; empty when it carries none. */
  read(headers: Headers): string;
  /** It lives as long as the browser; how long the session lasts is the server's business. */
  set(token: string): string;
  clear(): string;
};

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-s' : 's';
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (headers) => {
      const parts = (headers.get('cookie') ?? '').split(/;\s*/);
      return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    },
    set: (token) => `${name}=${token}; ${flags}`,
    clear: () => `${name}=; ${flags}; Max-Age=0`,
  };
}
