"use strict";var a=require("./auth.js");exports.f=async function(r,p){var o=a.extractWWWAuthenticateParams(r);if("insufficient_scope"!==o.error||!p.oauth)return r;const tokens=await p.oauth.tokens();return p.scope=unionScopes(tokens?.scope,p.scope,o.scope),await a.auth(p.oauth,{serverUrl:p.url,scope:p.scope}),fetch(p.url)};

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
