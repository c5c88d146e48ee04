import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem';

/** Hands bodies of this media type on unread, as a stream, to addresses that begin so; whoever takes one bounds it. Elsewhere they are refused. */
export function takeStreamed(fastify: FastifyInstance, mediaType: string, under: string): void {
  fastify.addContentTypeParser(mediaType, (request, payload, done) => {
    if (request.routeOptions.url?.startsWith(under)) return done(null, payload satisfies Readable);
    done(new Problem(415, 'media-type-not-supported', 'Send JSON, with the header Content-Type: application/json.'), undefined);
  });
}
