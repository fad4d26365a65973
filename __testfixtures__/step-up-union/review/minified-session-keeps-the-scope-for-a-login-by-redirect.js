exports.f=function(e,t){var r;-1!==t.indexOf("insufficient_scope")&&(r=t.match(/scope="([^"]+)"/))&&(e.session.scope=r[1],e.redirect("/login"))};
