import{auth as k,extractWWWAuthenticateParams as q}from"./auth.js";var T=class{async f(r){let{scope:s,error:c}=q(r);switch(c){case"invalid_token":this.s=s;break;case"insufficient_scope":{const tokens=await this.p?.tokens();this.s=unionScopes(tokens?.scope,this.s,s);break};default:throw new Error(c)}await k(this.p,{serverUrl:this.u,scope:this.s})}};export{T as Transport};

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
