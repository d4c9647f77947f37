import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Paths of programs, which never get a page. */
const NOT_PAGES = /^\/(?:api|internal|problems|health|metrics|version|docs|openapi\.json)(?:\/|$)/;

/**
 * Serves the built dashboard: files as they are, every other path its `index.html`, so that a link into the
 * dashboard works. Express keeps requests inside the directory.
 *
 * @returns undefined when the directory holds no `index.html`
 */
export function serveWebApp(directory: string): RequestHandler[] | undefined {
  if (!existsSync(join(directory, 'index.html'))) return undefined;
  const files = express.static(directory, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: cacheHeaders,
  });
  const page = (request: Request, response: Response, next: NextFunction): void => {
    const wantsPage = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
    if (!wantsPage || NOT_PAGES.test(request.path) || /\.\w+$/.test(request.path)) return next();
    readFile(join(directory, 'index.html'), 'utf8').then((html) => {
      response.setHeader('cache-control', 'no-cache');
      response.type('html').send(html.replace('<head>', `<head><base href="${upFrom(request.path)}" />`));
    }, next);
  };
  // The API is asked far more often than there are files, and each look for one costs a call of the file system.
  const filesOfPages: RequestHandler = (request, response, next) =>
    NOT_PAGES.test(request.path) ? next() : files(request, response, next);
  return [filesOfPages, page];
}

/** From a page to where the dashboard begins, whatever a proxy has put before or taken off. */
function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './';
}

/** Built files carry a hash in their name. */
function cacheHeaders(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  const hashed = path.includes('/assets/');
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
