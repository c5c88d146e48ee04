import type { FastifyInstance, RouteOptions } from 'fastify';

/** Which addresses exist, under which methods. */
export interface KnownRoutes {
  /** Methods that an address takes; empty where there is no such address. */
  methodsOf(url: string): readonly string[];
}

/** Listens to what is registered from now on. */
export function collectRoutes(fastify: Pick<FastifyInstance, 'addHook'>): KnownRoutes {
  const routes: { method: string; pattern: RegExp }[] = [];
  fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.replace(/[.+?^$()|[\]\\{}]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);
    for (const each of typeof method === 'string' ? [method] : method) if (each !== 'HEAD') routes.push({ method: each, pattern });
  });
  return {
    methodsOf: (url) => {
      const path = url.split('?')[0]!;
      return [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
    },
  };
}
