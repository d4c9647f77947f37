import { request } from 'node:http';
import { MEMORY_OPERATOR } from '@reaper-sidecar/sidecar-rig';

export const CALLERS = ['nobody', 'viewer', 'operator'] as const;
export type Caller = (typeof CALLERS)[number];

const VIEWER = { user: 'first-viewer', password: 'pebble-Meadow-58-tundra' } as const;

/** Failed logins of one address are limited; those of the fuzzer must not keep us out. */
const OWN_ADDRESS = '127.0.0.2';

/** Session tokens of the callers at one sidecar. */
export class Callers {
  constructor(private readonly url: string) {}

  async createViewer(): Promise<void> {
    const token = await this.login('operator');
    await this.post('/api/v1/users', { name: VIEWER.user, password: VIEWER.password, role: 'viewer' }, token);
  }

  async login(caller: Exclude<Caller, 'nobody'>): Promise<string> {
    const body = caller === 'viewer' ? VIEWER : MEMORY_OPERATOR;
    const { accessToken } = (await this.post('/api/v1/auth/login', body)) as { accessToken: string };
    return accessToken;
  }

  private post(path: string, body: object, token?: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method: 'POST', localAddress: OWN_ADDRESS, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          const { statusCode = 0 } = answer;
          if (statusCode < 300) resolve(JSON.parse(text));
          else reject(new Error(`POST ${path} was answered with ${statusCode}: ${text}`));
        });
      });
      sent.on('error', reject).end(JSON.stringify(body));
    });
  }
}
