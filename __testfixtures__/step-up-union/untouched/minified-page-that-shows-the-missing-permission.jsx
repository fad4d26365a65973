export function Forbidden({failure:e}){let n,r="Something went wrong";return"insufficient_scope"===e.error&&(r="Permission needed",n=e.scope),React.createElement("p",null,`${r}: ${n??"unknown"}`)}
