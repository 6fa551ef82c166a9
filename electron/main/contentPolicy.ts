/**
 * The Content-Security-Policy of the window. The preview's frame (`srcdoc`) inherits it, so it covers both:
 * inline styles are for CodeMirror and the page's stylesheet; data images are the essay's own. No inline script,
 * nothing from elsewhere.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');
