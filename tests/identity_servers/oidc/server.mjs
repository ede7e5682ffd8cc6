// A certified OpenID provider (oidc-provider) on loopback, with invented people whose claims the test sets.
// Usage: node server.mjs FOLDER_OF_PACKAGES PORT REDIRECT_URI POST_LOGOUT_URI

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const [packages, port, redirectUri, postLogoutUri] = process.argv.slice(2);
const { Provider } = await import(
  pathToFileURL(`${packages}/node_modules/oidc-provider/lib/index.js`)
);

const issuer = `http://127.0.0.1:${port}`;
const people = new Map();
const newKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
});
const client = (more) => ({
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [postLogoutUri],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  ...more,
});

const provider = new Provider(issuer, {
  clients: [
    client({ client_id: 'quytrinh', client_secret: 'a secret between two machines of a test' }),
    client({ client_id: 'quytrinh-public', token_endpoint_auth_method: 'none' }),
  ],
  jwks: { keys: [newKey()] },
  cookies: { keys: ['signs the cookies of a test'] },
  pkce: { required: () => true },
  claims: {
    openid: ['sub', 'acr', 'amr'],
    profile: ['name', 'preferred_username'],
    email: ['email', 'email_verified'],
    groups: ['groups'],
  },
  scopes: ['openid', 'profile', 'email', 'groups'],
  acrValues: ['two-factors'],
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_ctx, sub) =>
    people.has(sub) && { accountId: sub, claims: () => ({ ...people.get(sub), sub }) },
  // Consent is not what is tested here: every scope that is asked for is given.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile email groups');
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 600, Interaction: 600, Session: 600 },
});

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const answer = provider.callback();
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, issuer);
  if (pathname.startsWith('/interaction/')) {
    const form = new URLSearchParams(await body(request));
    const result = form.has('error')
      ? { error: form.get('error') }
      : { login: { accountId: form.get('sub'), acr: form.get('acr') ?? undefined, amr: form.getAll('amr') } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } else if (pathname.startsWith('/people/')) {
    people.set(decodeURIComponent(pathname.slice('/people/'.length)), JSON.parse(await body(request)));
    response.end();
  } else {
    answer(request, response);
  }
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
