import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import express, { type RequestHandler } from 'express';
import { basePathOf, linkTo } from './base-path.js';

/** Tells Swagger UI where the document is; its own file points at a demo. */
const INITIALIZER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '../openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

/** Answers with the committed document; nothing is built or kept in memory. */
export function serveDocument(): RequestHandler {
  return (request, response) => {
    const file = require.resolve('@reaper-sidecar/api-client/openapi.json');
    const basePath = basePathOf(request);
    response.type('application/json');
    if (basePath === '') response.sendFile(file);
    else response.send(withServer(readFileSync(file, 'utf8'), basePath));
  };
}

function withServer(text: string, basePath: string): string {
  const document = JSON.parse(text) as { readonly servers: readonly [object] };
  return JSON.stringify({ ...document, servers: [{ ...document.servers[0], url: basePath }] });
}

/** Swagger UI from the files of its package, read when asked for. */
export function serveDocs(): RequestHandler {
  const router = express.Router();
  router.get('/', (request, response, next) => {
    if (request.originalUrl.split('?')[0]?.endsWith('/')) next();
    else response.redirect(308, linkTo(request, `${request.baseUrl}/`));
  });
  router.get('/swagger-initializer.js', (_request, response) => {
    response.type('text/javascript').send(INITIALIZER);
  });
  router.use((request, response, next) => swaggerFiles()(request, response, next));
  return router;
}

let files: RequestHandler | undefined;

function swaggerFiles(): RequestHandler {
  files ??= express.static(dirname(require.resolve('swagger-ui-dist/package.json')), { dotfiles: 'ignore' });
  return files;
}
