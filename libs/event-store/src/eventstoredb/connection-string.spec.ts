import { credentialsIn, unshared } from './connection-string';

describe('a connection string', () => {
  it.each([
    ['esdb://ops:s3cret@host:2113', { username: 'ops', password: 's3cret' }],
    ['esdb+discover://ops:p%40ss@a.example,b.example?tls=true', { username: 'ops', password: 'p@ss' }],
    ['esdb://ops:s3cret@host:2113?tls=false', { username: 'ops', password: 's3cret' }],
  ])('names the user of %s', (connectionString, credentials) => {
    expect(credentialsIn(connectionString)).toEqual(credentials);
  });

  it('needs no user without TLS', () => {
    expect(credentialsIn('esdb://host:2113?keepAliveInterval=10000&tls=false')).toEqual({
      username: expect.any(String),
      password: expect.any(String),
    });
  });

  it.each(['esdb://host:2113', 'esdb://host:2113?tls=true', 'esdb://a:2113,b:2113'])('needs a user with TLS: %s', (connectionString) => {
    expect(() => credentialsIn(connectionString)).toThrow('names a user');
  });

  it.each([
    ['esdb://host:2113', 'esdb://host:2113?keepAliveTimeout=10001'],
    ['esdb://host:2113/', 'esdb://host:2113?keepAliveTimeout=10001'],
    ['esdb://host:2113?tls=false', 'esdb://host:2113?tls=false&keepAliveTimeout=10001'],
    ['esdb://host:2113?keepAliveTimeout=20000', 'esdb://host:2113?keepAliveTimeout=20000&keepAliveTimeout=20001'],
    ['esdb://host:2113?keepAliveTimeout=-1', 'esdb://host:2113?keepAliveTimeout=-1'],
  ])('%s is made one of its own', (connectionString, own) => {
    expect(unshared(connectionString, 1)).toBe(own);
  });
});
