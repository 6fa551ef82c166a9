import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentPolicy } from './contentPolicy.ts';

/**
 * Answers `longhand://studio/...` with files of `folder`. Refuses with 403 whatever leads out of it (encoded or not,
 * by links too), with 404 what is not there or has another host, with 405 any method but GET and HEAD.
 */
export function answerFromFolder(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'studio') return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const path = safePath(url.pathname);
    if (path === null) return refuse(403);
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, path === '' ? 'index.html' : path));
      if (!file.startsWith(root + sep)) return refuse(403);
      const type = types[extname(file)];
      if (!type) return refuse(403);
      const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file));
      const headers = path === 'drawing.js' ? headersForAnyFrame : safeHeaders;
      return new Response(body, { headers: { ...headers, 'content-type': type } });
    } catch {
      return refuse(404);
    }
  };
}

/** The path inside the folder, or null when a segment climbs, hides, or means something to a file system. */
function safePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  const isSafe = (segment: string) => /^[\w@~-][\w.@~-]*$/.test(segment) && !segment.includes('..');
  return segments.every(isSafe) ? segments.join('/') : null;
}

const safeHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

/** The frame that diagrams are drawn in has no origin, so it is none of the studio's own. */
const headersForAnyFrame = { ...safeHeaders, 'cross-origin-resource-policy': 'cross-origin' };

function refuse(status: number): Response {
  return new Response(null, { status, headers: safeHeaders });
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
