import { dataOf, urlOf } from './client';

const problem = { title: 'The request is not valid', status: 400, detail: 'See errors', requestId: 'req-1' };

describe('paths', () => {
  afterEach(() => window.history.pushState({}, '', '/'));

  it.each([
    ['/', 'http://localhost:3000/api/v1/events'],
    ['/ops/reaper/', 'http://localhost:3000/ops/reaper/api/v1/events'],
    ['/ops/reaper/?any=thing', 'http://localhost:3000/ops/reaper/api/v1/events'],
  ])('follow the page at %s', (page, url) => {
    window.history.pushState({}, '', page);
    expect(urlOf('api/v1/events')).toBe(url);
  });
});

describe('an answer', () => {
  it('with data is its data', async () => {
    await expect(dataOf(Promise.resolve({ data: 7 }))).resolves.toBe(7);
  });

  it.each([
    ['a problem', { ...problem, detail: 'It is over' }, 'The request is not valid: It is over.'],
    [
      'a problem with mistakes',
      { ...problem, errors: [{ path: 'intensity', message: 'must not be greater than 1' }] },
      'The request is not valid: intensity must not be greater than 1.',
    ],
    ['the page of a proxy', '<html>502</html>', 'A proxy in front of the sidecars answered with an error.'],
    ['nothing', undefined, 'A proxy in front of the sidecars answered with an error.'],
  ])('with %s is an error in words', async (_what, error, words) => {
    await expect(dataOf(Promise.resolve({ error }))).rejects.toThrow(words);
  });

  it.each([
    ['that never came', new TypeError('Failed to fetch'), 'No sidecar can be reached.'],
    ['that took too long', new DOMException('', 'TimeoutError'), 'The sidecar did not answer in time.'],
    ['that is no JSON', new SyntaxError('Unexpected token <'), 'Something other than a sidecar answered.'],
  ])('%s is an error in words', async (_what, cause, words) => {
    await expect(dataOf(Promise.reject(cause))).rejects.toThrow(words);
  });
});
