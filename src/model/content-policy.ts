/**
 * What a page of the site may load, as a Content-Security-Policy: its own files and nothing else, and no script but those in
 * files. Style attributes are needed: each line of a measured page stands at its own place, each region of the print too.
 * Style elements are not, and browsers that know the difference (CSP level 3) are told so; older ones go by `style-src`.
 */
export const contentPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  // The search field asks the search page; a service worker falls under script-src.
  "form-action 'self'",
].join("; ");

/** The same as a header, where a page may also say who may frame it; in a page itself browsers warn of that. */
export const contentPolicyHeader = `${contentPolicy}; frame-ancestors 'none'`;
