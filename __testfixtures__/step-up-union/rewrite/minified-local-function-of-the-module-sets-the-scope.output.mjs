import{auth as o,extractWWWAuthenticateParams as e}from"@modelcontextprotocol/sdk/client/auth.js";let t;export async function onRefused(c,r,s){const{error:n,scope:i}=e(s);"insufficient_scope"===n&&(t=unionScopes((await c?.tokens())?.scope,t,i),await o(c,{serverUrl:r,scope:t}))}
function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
