/**
 * A value that a server of ours has hashed already: `h1_<key id>_<base64url>`. Only `tracker.hash`
 * makes one; a browser may pass it on, for it cannot keep a key of its own.
 */
export type Hashed<Class extends string> = string & { readonly " hashed": Class };
