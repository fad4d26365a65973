export function explain(i,n){let e="";switch(i){case"invalid_token":e="Please sign in again";break;case"insufficient_scope":e=`This needs the permission ${n}`;break;default:e=i}return e}
