import{auth as d,extractWWWAuthenticateParams as f}from"@modelcontextprotocol/sdk/client/auth.js";var v=(o,u)=>async(i,n)=>{let t=await fetch(i,n);if(t.status===403&&o){let{scope:r,error:c}=f(t);if(c==="insufficient_scope"){const tokens=await o.tokens();return await d(o,{serverUrl:u,scope:unionScopes(tokens?.scope,r)}),fetch(i,n)}}return t};export{v as wrap};

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
