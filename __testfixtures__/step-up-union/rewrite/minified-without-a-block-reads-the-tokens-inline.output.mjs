import{auth as k,extractWWWAuthenticateParams as q}from"./auth.js";var T=class{async f(r){let{scope:s,error:c}=q(r);if(this.p&&c==="insufficient_scope")return s&&(this.s=unionScopes((await this.p.tokens())?.scope,this.s,s)),k(this.p,{serverUrl:this.u,scope:this.s});throw new Error("forbidden")}};export{T as Transport};

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
