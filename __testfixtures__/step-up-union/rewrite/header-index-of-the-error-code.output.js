import{auth as a,extractWWWAuthenticateParams as x}from"./auth.js";export class C{async f(r){let h=r.headers.get("www-authenticate")||"";if(-1!==h.indexOf("insufficient_scope")&&this.p){const tokens=await this.p.tokens();let{scope:s}=x(r);this.s=unionScopes(tokens?.scope,this.s,s),await a(this.p,{serverUrl:this.u,scope:this.s})}}}

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
