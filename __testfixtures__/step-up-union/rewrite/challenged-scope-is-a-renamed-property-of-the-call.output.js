import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js'

export async function callTool(provider, serverUrl, request) {
  const response = await fetch(serverUrl, request)
  const challenge = extractWWWAuthenticateParams(response)
  if (response.status === 403 && challenge.error === 'insufficient_scope') {
    const tokens = await provider?.tokens()
    await auth(provider, {
      serverUrl,
      scope: unionScopes(tokens?.scope, challenge.scope)
    })
    return fetch(serverUrl, request)
  }
  return response
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(' ').split(/\s+/)
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index)
  return union.join(' ') || undefined
}
