import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js'

export async function callTool(provider, serverUrl, request) {
  const response = await fetch(serverUrl, request)
  const challenge = extractWWWAuthenticateParams(response)
  if (response.status === 403 && challenge.error === 'insufficient_scope') {
    await auth(provider, {
      serverUrl,
      scope: challenge.scope // expect: rewrite challenge-only-scope (advice refresh-cannot-widen, scope-may-be-missing)
    })
    return fetch(serverUrl, request)
  }
  return response
}
