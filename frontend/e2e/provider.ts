/**
 * A real OpenID Connect provider for tests, in the test's own process, and what may go wrong with one:
 *
 *   const port = await freePort();
 *   const provider = await startProvider(`http://localhost:${port}`);
 *   await startInstance(provider.settings, port);
 *   provider.spoil = claims => ({ ...claims, exp: 1 });    // what it says next is signed with its key, and wrong
 *   await provider.stop();
 *
 * Whoever signs in by the name `ada` is ada@school.example; names with `head` belong to the admins, with `guest` to nobody.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

const CLIENT = { id: 'podium', secret: 'a secret between the two, long enough' };

export async function startProvider(podium: string) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', kid: 'school', use: 'sig' };
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${podium}/api/session/provider`],
        post_logout_redirect_uris: [`${podium}/host`],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `${id} of the school`,
        email: `${id}@school.example`,
        email_verified: true,
        groups: id.includes('guest') ? [] : id.includes('head') ? ['staff', 'heads'] : ['staff'],
      }),
    }),
  });

  const running = {
    issuer,
    settings: {
      PODIUM_OIDC_ISSUER: issuer,
      PODIUM_OIDC_CLIENT_ID: CLIENT.id,
      PODIUM_OIDC_CLIENT_SECRET: CLIENT.secret,
      PODIUM_OIDC_NAME: 'School account',
      PODIUM_OIDC_ROLE_CLAIM: 'groups',
      PODIUM_OIDC_ADMIN_VALUE: 'heads',
      PODIUM_OIDC_HOST_VALUE: 'staff',
    },
    /** Changes what the next tokens say. */
    spoil: undefined as ((claims: JWTPayload) => JWTPayload) | undefined,
    /** Nothing there answers. */
    away: false,
    stop: () => {
      server.closeAllConnections();
      return new Promise(closed => server.close(closed));
    },
  };

  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (running.away) {
      response.writeHead(503).end();
      return;
    }
    if (running.spoil && request.url === '/token') respoken(response, running.spoil);
    void answer(request, response);
  });

  /** Puts another token, signed as the real one is, into the answer on its way. */
  function respoken(response: ServerResponse, spoil: (claims: JWTPayload) => JWTPayload): void {
    const end = response.end.bind(response);
    response.end = ((body: Buffer | string) => {
      void (async () => {
        const tokens = JSON.parse(String(body));
        if (tokens.id_token) {
          const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString());
          tokens.id_token = await new SignJWT(spoil(claims))
            .setProtectedHeader({ alg: 'RS256', kid: 'school' })
            .sign(await importJWK(key, 'RS256'));
        }
        const text = JSON.stringify(tokens);
        response.setHeader('Content-Length', Buffer.byteLength(text));
        end(text);
      })();
      return response;
    }) as typeof response.end;
  }

  return running;
}
