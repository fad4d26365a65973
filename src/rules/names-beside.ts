/*
 * Names that speak of what is beside a site: of its file, of other grants, of where its function runs. Each adds a
 * doubt, and proves nothing (see `names.ts`).
 */

/** What the head of a generated file says, both of it or the mark: an edit would be gone the next time, a doubt. */
export const GENERATED = /\b(?:(?:auto)?generated|produced by)\b/i;
export const NOT_TO_EDIT =
  /\b(?:do not|don't) (?:edit|modify|change)\b(?! (?:the|these|those|them)\b)|\b(?:changes?|edits?|modifications?) (?:are|will be|would be) (?:lost|overwritten)\b/i;
/** The same in one line: the mark, what generators begin with, or a sentence whose subject is the file. */
export const GENERATED_MARK =
  /@generated\b|^\W{0,9}(?:code |file )?(?:auto-?|automatically )?generated (?:by|with|using|file)\b|\bthis (?:file|class|module|code) (?:is|was|has been) (?:auto|auto-|auto |automatically )?generated\b/im;
/** Grants by which a client asks without the user (RFC 6749 section 4.4, RFC 8693, RFC 7523): beside a provider, a doubt. */
export const OWN_GRANTS =
  /^(?:client_credentials|password|urn:ietf:params:oauth:grant-type:(?:token-exchange|jwt-bearer|saml2-bearer))$/;
/** Methods that send the function that they are given first as a text, to a page or a worker: no import is there, a doubt. */
export const SENDING_FUNCTIONS =
  /^(?:exec|evaluate\w*|\$\$?eval|addInitScript|waitForFunction|execute(?:Async)?Script|callFunction|runInContext)$/;
/** A refresh of tokens (RFC 6749 section 6): a file without one has an authorization of its own that never does it. */
export const REFRESHES = /refresh/i;
/** What a client is set up with: of a union with that alone, a doubt whether it grows. */
export const CONFIGURED = /^_?(?:config\w*|options?|opts|settings?|defaults?\w*|base_?scopes?|initial\w*|env)$/i;
/** What an answer knows its own request by (axios, ky, got): a mark on that is no other run's. */
export const OWN_REQUEST = ["config", "request", "options", "init"];
/** Ends the work of an object, and no grant. */
export const ENDING_ITSELF = /^(?:dispose|destroy|flush)$/;
/** How a file names another of its own program. */
export const OWN_FILE = /^(?:\.{1,2}\/|[#~]|@\/)/;
/** A scope in the query of an address. */
export const PARAMETER_OF_ADDRESS = /[?&]scope=/;
/** Sounds like telling, and says that somebody is to log in (`notifyLogin(scope)`): the scope leaves the handler, for review. */
export const BEGINS_LOGIN =
  /^(?!\w*(?:err|fail|denied|refus|miss|unauth))(?:notify|dispatch|render|record|capture)\w*(?:log_?in|sign_?in|consent|step_?up|reauth|authori[sz]e)/i;
/** Takes a function that listens (DOM Standard, 2.7: event handlers): what is told before it is set is missed, a doubt. */
export const LISTENER_PROPERTY = /^on(?:message(?:error)?|open|close|error|abort|exit|readystatechange)$/;
/** What another process or thread sends to. */
export const SENDING_GLOBALS = ["process", "self", "window", "globalThis"];
/** The events by which a process is told something. */
export const ANSWERING_EVENTS = ["message", "disconnect"];
/** Where a request goes, among the options that clients take (axios, RxJS, jQuery): whom it asks. */
export const ADDRESS_OPTION = /^(?:url|uri)$/;
/** Has a token revoked that was asked for one thing (RFC 7009), by itself or by its address: no grant is to grow, a doubt. */
export const REVOKING = /^revoke_?(?:(?:access|refresh)_?)?tokens?$/i;
export const REVOKING_ADDRESS =
  /\/(?:oauth2?|auth|connect|token|openid)(?:\/\w{1,20}){0,2}\/revo(?:ke|cation)(?:_?endpoint)?\b/i;
/** All that a client may have of one resource, for Microsoft's authorization server, which takes nothing beside it: a doubt. */
export const WHOLE_RESOURCE = /\/\.default(?=["'`\s])/g;
/** Gives the state of a React component whose children failed: that is shown, no sink. */
export const STATE_TO_SHOW = /^getDerivedStateFromError$/;
/** Gives the object of a class that it is given, of which there is one (Angular, Nest, tsyringe): which class, a guess. */
export const INJECTING = /^(?:inject|resolve|get|useInjection)$/;
/** What a server's own challenge begins with (RFC 6750 section 3): what is put into it is told to others. */
export const OWN_CHALLENGE = /\berror="insufficient_scope"/;
/** Sends a request (Fetch Standard, 5.4), by itself or in place of that: what it gives is an answer, not what it is given. */
export const FETCHING = /fetch\)?$/i;
/**
 * What has the browser sent back to where it was (RFC 6749 section 4.1.1), or ties the answer to the request (RFC 7636
 * section 4.3, OpenID Connect Core 3.1.2.1): whom a client asks does not depend on it.
 */
export const COMING_BACK = /^(?:state|nonce|redirect_uri|code_challenge(?:_method)?)$/;
/** Answers the one who asks with an address to go to (Express, Koa, Fetch Standard 5.5): whose it is differs, a doubt. */
export const REDIRECTING = /^(?:redirect|location)$/;
/** The same by a header (RFC 9110 section 10.2.2). */
export const LOCATION_HEADER = /^location$/i;
/**
 * The error code at the end of an address or a URN, as types of problems are (RFC 9457 section 3.1.1), or in the plural, as
 * types of GraphQL's errors are: likely.
 */
export const ERROR_CODE_ADDRESS = /^(?:(?:https?:\/\/|urn:)\S*[:/#]insufficient[-_]?scope|insufficient[-_ ]?scopes)$/i;
/** A type whose values hold one value, under `VALUE_OF_STORE`. */
export const CELL_TYPE = /^(?:Ref|ShallowRef|RefObject|MutableRefObject|Signal)$/;
/** Parameters of one request alone, or the same for all servers (RFC 6749 section 4, RFC 7636, OpenID Connect Core): others say whom it is for. */
export const OF_ONE_REQUEST =
  /^(?:scopes?|response_type|response_mode|grant_type|state|nonce|code|code_challenge|code_challenge_method|code_verifier|redirect_uri|refresh_token|device_code|auth_req_id|prompt|display|access_type|approval_prompt|include_granted_scopes|max_age|ui_locales|client_secret|client_assertion|client_assertion_type|request_uri)$/;
/** Options of authorization calls that say which server they ask: such a call is looked at by itself. */
export const SERVER_OPTION =
  /^(?:serverUrl|provider|authProvider|authorizationUrl|authorizationEndpoint|authorizationServerUrl)$/;
/** Tells people what it is given, by its path: nothing is sent. */
export const LOGGED =
  /^(?:console\.\w+|(?:[\w@]+\.){0,4}(?:log|logger)\.(?:debug|error|fatal|info|log|silly|trace|verbose|warn))$/;
/** Where a browser goes, by assigning an address. */
export const GOING_TO = /^(?:(?:window|self|document|globalThis|top)\.)?location(?:\.href)?$/;
/** The base of a type whose properties a comment lists (JSDoc, `@typedef {object}`). */
export const DOCUMENTED_RECORD = /^\s*object\s*$/i;
/** What constructors of errors call with themselves: none of their fields is written by it. */
export const OF_AN_ERROR = { stack: "Error.captureStackTrace", prototype: "Object.setPrototypeOf" };
/** Puts anything into an object. */
export const WRITING_ANY = /^(?:Object\.(?:assign|define(?:Property|Properties))|Reflect\.(?:set|defineProperty))$/;
/** What compilers' helpers define a field by. */
export const DEFINING_FIELD = /^Object\.defineProperty$/;
/** What esbuild gives functions their names by, where it keeps them. */
export const NAMING = "__name";
/** Modules that hold nothing but compilers' helpers. */
export const COMPILERS_HELPERS = /^(?:@babel\/runtime|@swc\/helpers|tslib)(?:\/|$)/;
/** The last part of the path of an authorization server's endpoint (RFC 8414 section 2). */
export const ENDPOINT =
  /^\/(?:authori[sz]e|authorization|auth|bc-authorize|token|device|device_authorization|par|revoke|introspect|userinfo|login|consent)$/i;
/** The token in a record of tokens: where it is read of what a call gives, that call asks for it, unless it looks it up. */
export const ACCESS_TOKEN_NAMES: readonly string[] = ["access_token", "accessToken"];

/** What stands before the token of a request (RFC 6750 section 2.1). */
export const BEARER = /(?:^|\W)bearer $/i;

/** The entry of a table that says when the others of its record are run (XState, Redux Toolkit's listeners): a predicate of the error code in it is evidence. */
export const GUARDING =
  /^(?:when|if|guards?|cond(?:ition)?|test|match(?:es|er)?|predicate|filter|where|should\w*|accepts?|can[A-Z]\w*|handles|applies(?:To)?)$/;
/** The entries and methods that are run where a guard does not hold, or where nothing failed. */
export const UNGUARDED = /^(?:else|otherwise|default|fallback|on(?:Success|Other|Reject(?:ed)?By))$/;
/** What a chain begins with that is run for all but what the predicate holds for. */
export const EXCEPTING = /^(?:ignore|except|unless|skip|exclude|not)/;
/** The header by which a client sends on what its server had it keep (RFC 6265): that may ask for a scope in it, for review. */
export const SENT_ALONG = /^cookie$/i;
/** Gives what surrounds the run (Node's AsyncLocalStorage), and so another thing for each. */
export const SURROUNDINGS = /^getStore$/;

/** What only the opening of a browser's window is told behind its address: where, and how it is to look. */
export const WINDOW_FEATURES =
  /^_(?:blank|self|parent|top)$|\b(?:popup|noopener|noreferrer|(?:inner)?(?:width|height))\b/i;

/** The modules of Microsoft's library, which keeps a token for each set of scopes, and whose server adds to what a person agreed to. */
export const TOKEN_CACHES = /^@azure\/msal-/;
/** How that library is asked for a token. */
export const ACQUIRING =
  /^(?:acquireToken(?:Silent|Popup|Redirect|Interactive|ByCode|ByRefreshToken|OnBehalfOf)?|ssoSilent)$/;

/** Modules whose stores merge what their setter is given into the state: the rest of that stays. Silence rests on it. */
export const MERGING_STORES = /^zustand(?:\/vanilla|\/middleware)?$/;
/** Makes the address at which somebody is authorized, of the parameters that it is given: of simple-oauth2, openid-client, google-auth-library. */
export const MAKING_ADDRESS = /^(?:build|get|generate|create|make)?_?auth(?:orize|orization)?_?(?:url|uri)$/i;
/** The scope by which a client may refresh its tokens (OpenID Connect Core 1.0, 11). */
export const OFFLINE = /^offline_access$/;
