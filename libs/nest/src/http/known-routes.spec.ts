import { collectRoutes } from './known-routes';

describe('the addresses that there are', () => {
  let register: (route: { method: string | string[]; url: string }) => void;
  const routes = collectRoutes({ addHook: (_name: string, hook: typeof register) => (register = hook) } as never);
  register!({ method: 'GET', url: '/v1/things' });
  register!({ method: ['HEAD', 'GET'], url: '/v1/things/:key' });
  register!({ method: 'POST', url: '/v1/things/:id/do-it' });
  register!({ method: 'DELETE', url: '/v1/things/:id/do-it' });
  register!({ method: 'GET', url: '/docs/*' });
  register!({ method: 'GET', url: '/docs/openapi.json' });

  it.each([
    ['/v1/things', ['GET']],
    ['/v1/things?limit=1', ['GET']],
    ['/v1/things/', ['GET']],
    ['/v1/things/a%2Fb', ['GET']],
    ['/v1/things/1/do-it', ['POST', 'DELETE']],
    ['/v1/things/1/do-it/more', []],
    ['/v1/thing', []],
    ['/v1/things//do-it', []],
    ['/docs/openapi.json', ['GET']],
    ['/docs/openapiXjson', []],
    ['/docs/anything', []],
    ['', []],
  ])('%s takes %j', (url, methods) => expect(routes.methodsOf(url)).toEqual(methods));
});
