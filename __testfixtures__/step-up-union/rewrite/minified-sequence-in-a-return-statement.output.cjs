"use strict";var a=require("./auth.js");class c{async post(t){let r=await fetch(this.u,{method:"POST",body:t});if(r.status===403&&this.p){let o=a.extractWWWAuthenticateParams(r);if(o.error==="insufficient_scope"&&o.scope){const tokens=await this.p.tokens();if(this.h===o.scope)throw new Error("loop");return this.h=o.scope,this.s=unionScopes(tokens?.scope,this.s,o.scope),await a.auth(this.p,{serverUrl:this.u,scope:this.s}),this.post(t)}}return r}}exports.Client=c;

function unionScopes(...s){return s.join(" ").split(/\s+/).filter((t,i,a)=>t&&a.indexOf(t)===i).join(" ")||void 0}
