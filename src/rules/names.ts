/**
 * All names that carry meaning, with what each decides and in which direction. A name chooses between review and
 * silence, or adds a doubt; it does not prove. Three kinds say more, since others fix them: the error code, which is the
 * RFC's, the helpers of compilers, and `assert` and `invariant`, behind which what they are given is taken to hold.
 *
 * What JavaScript and the platform specify, such as the methods of lists and texts, is no guess and stands where it is
 * used. A test holds that the engine has no other words of its own.
 */

/* The error code (RFC 6750 section 3.1), the challenge and the scope */

/** The error code in the text of a file, in any case and spelling, escaped or put together of two texts: else the file is not parsed. */
export const ERROR_CODE_IN_SOURCE =
  /insufficient(?:[\s\S]?|\\x5f|\\u005f|\\u\{5f\}|[-_ ]?["'`](?:\s{0,4}[+,]\s{0,4}|\.concat\()["'`][-_ ]?)scope/i;
/** The header of a challenge in the text of a file: beside a 403 and a scope it has the file parsed. */
export const CHALLENGE_HEADER_IN_SOURCE = /www-?authenticate/i;
/** A call that sounds like authorization in the text of a file: as the header. */
export const AUTHORIZATION_CALL_IN_SOURCE = /(?<!\w)(?=\w*auth)\w+\)?\s*\(/i;
/** A scope, anywhere: what names none is not parsed, and what a pattern with it finds may be one. */
export const ANY_SCOPE = /scope/i;
/** The error code itself, as a text that is compared or the name of an error class: evidence of a step-up. */
export const ERROR_CODE = /^insufficient[-_ ]?scope(?:[-_ ]?(?:error|exception))?$/i;
/** The error code in a longer text that is searched for: evidence of a step-up. */
export const ERROR_CODE_WITHIN = /insufficient[-_ ]?scope/i;
/** The error code in a pattern that is matched: evidence of a step-up, where the pattern needs it. */
export const ERROR_CODE_IN_PATTERN = /insufficient(?:[-_ .]|\[[^[\]]*\])?\??scope/i;
/** Fields in which error classes keep their code: else the text in it tells nothing. */
export const ERROR_CODE_FIELD = /^(?:error_?)?(?:code|name|type)$|^error$/i;
/** What of a pattern is the error code, and names no scope. */
export const ERROR_CODE_OF_PATTERN = /insufficient.?scope/i;
/** What a name with a scope in it may be instead: then it is taken for none. */
export const NO_SCOPE = /insufficient|limit/i;
/** A pattern with this looks for the error code: what it finds is no scope. */
export const INSUFFICIENT = /insufficient/i;
/** Properties, functions and parameters that hold scopes, by their name, which minifiers keep: may be the challenged one. */
export const SCOPE_NAME = /scopes?$|^scopes?_?(?:required|needed|string|value|list|param)/i;
/** A name that says no more than that it is a scope: two records that have one may be strangers to each other. */
export const PLAIN_SCOPE = /^scopes?$/i;
/** Names of several scopes, each by itself: then one of them is not all. */
export const SCOPES_NAME = /scopes$/i;
/** A text that a call is given and that ends so may say what for: see `HANDING_ON`. */
export const SCOPE_END = /scope$/i;
/** Properties that only lead on to what their object holds: a value behind another is no scope by its name any more. */
export const CARRIER = /^(?:\d+|groups|value|values|raw|text|data|params|result)$/;
/** The same where it is followed who compares a scope: others end the search, without a doubt. */
export const CARRYING = /^(?:\d+|length|size|value|values|text|raw|current)$|scopes?$/i;
/** The end of a text that the `scope` parameter of an address follows: a sink, where another parameter of a request is there. */
export const SCOPE_PARAMETER = /[?&]scope=$/;
/** The same of any text: what is read there is read for a request. */
export const SCOPE_PARAMETER_ANYWHERE = /[?&\s]?scope=$/;
/** A scope as authorization servers name them (RFC 6749 section 3.3 allows more): `*` and `(none)` stand for others. */
export const SCOPE_TOKEN = /^[\w.](?:[\w.:/~*+#@?=&%$!-]*[\w*/])?$/;
/** The end of a text that the scope of a request or a challenge follows: no doubt about its reader. */
export const SCOPE_BEFORE = /scopes?\s*(?:["']\s*)?[=:]\s*["'[]?$/i;
/** Parameters of an authorization request (RFC 6749 section 4.1.1): without any, an address is a mere link. */
export const REQUEST_PARAMETER = /[?&](?:client_id|response_type|redirect_uri)=/;
/** A parameter of container registries, whose scope is another thing: no sink. */
export const REGISTRY_PARAMETER = /[?&]service=/;
/** The header of a challenge: its reader hands the challenge over. */
export const CHALLENGE_HEADER = /^www-?authenticate$/i;
/** A record of headers: a scope in it is a doubt about its reader, but under its own name. */
export const HEADERS = /^headers$/i;
/** What has entries for a server to read: a scope set as another entry is a doubt. */
export const ENTRIES_OF_REQUEST = /^(?:headers|searchParams)$/i;

/* Tokens, provider and whose they are */

/** What keeps tokens: its scope is likely the granted one. */
export const TOKENS_NAME = /^_?(?:stored|current|granted)?tokens$/i;
/** What a record of tokens has (RFC 6749 section 5.1): what is read of a result speaks for tokens. */
export const TOKENS_FIELD = /^(?:access_token|refresh_token|scope)$/;
/** What sounds like a provider, beside options: the call may take one, which is still to be proved. */
export const PROVIDER_NAME = /provider|oauth|auth/i;
/** Properties that only an authorization request has (OAuth 2.1, the options of the SDK): the call is likely one. */
export const REQUEST_KEYS = new Set(
  "serverUrl resourceMetadataUrl authorizationCode authorizationUrl authorizationEndpoint authorization_endpoint authorizationServerUrl redirectUri redirectUrl redirect_uri clientId client_id clientInformation response_type responseType grant_type code_challenge code_challenge_method codeChallenge codeVerifier login_hint login_hint_token id_token_hint forceReauthorization fetchFn".split(
    " ",
  ),
);
/** Properties of requests that do a provider's work themselves: the first argument is an address, and no provider. */
export const WITHOUT_PROVIDER = new Set(
  "clientInformation redirectUrl redirectUri redirect_uri clientId client_id metadata codeVerifier response_type".split(
    " ",
  ),
);
/** Options of authorization calls that say whose scopes are asked for (RFC 8414, RFC 8707, the SDK): may differ, a doubt. */
export const OWNER_OPTION =
  /^(?:serverUrl|server|resource|resourceUrl|issuer|audience|account|accountId|tenant|tenantId|authorizationServerUrl|authorizationUrl|authorizationEndpoint|authorization_endpoint|provider|authProvider)$/;

/* What a call does, by its name */

/** Tells somebody of the challenge: a log, an error, an event. No sink, no reader, no authorization. */
export const TELLING =
  /^(?:log|debug|info|warn|error|trace|fatal|emit|json|send|write|end|status|track|report|capture\w*|add(?:Breadcrumb|Event)|set(?:Attributes?|Tags?|Context|Extra)|dispatch\w*|assert\w*|expect|postMessage|stringify|notify\w*|render\w*|set\w*State|inc(?:rement)?|count|gauge|histogram|observe|record\w*|mark)$/i;
/** Sends a body: an authorization request, where that has its parameters. */
export const SENDING_BODY = /^(?:send|json|write|end|form)$/;
/** Sends a message that others act on: it tells somebody, unless the message says to log in (`SAYS_TO_LOG_IN`). */
export const SENDING_MESSAGE = /^(?:postMessage|send\w*|emit|dispatch\w*)$/;
/** A message by which others are told to log in: what is sent with it leaves the handler, for review. */
export const SAYS_TO_LOG_IN =
  /^(?:[\w-]+[:./])*(?:start|begin|request|do)?[-_]?(?:re)?[-_]?(?:authori[sz]e|auth|log[-_]?in|sign[-_]?in|step[-_]?up|elevate|consent)$/i;
/** The property by which a message says what it is. */
export const KIND_OF_MESSAGE = /^(?:type|action|kind|cmd|command|event|op|method)$/;
/** Properties of a record that describes an error or speaks to a person: what is returned with it is told, no sink. */
export const DESCRIBING = /^(?:status|statusCode|code|title|text|message|description|detail|details|reason|hint)$/;
/** Those of them that speak to a person. */
export const SPEAKING = /^(?:title|text|message|description|details?|reason|hint)$/;
/** A sentence for a person: what is given beside it is shown, and does not leave. */
export const SENTENCE = /\p{L}{2},?\s+\p{L}|^\p{L}{2,}\s+$/u;
/** Sees to another authorization, itself or by somebody else: a scope that is given leaves the handler, for review. */
export const HANDING_ON = /auth|log_?in|sign_?in|consent|grant|step_?up|token|connect|scope|elevat|escalat/i;
/** Adds to the scopes that its object has, as Firebase's providers do: nothing is lost. */
export const ADDING = /^(?:add|append|include)_?scopes?$/i;
/** Sounds like authorization: a sink, whose request is still to be proved. */
export const AUTHORIZING = /auth|log_?in|sign_?in|consent|grant|oauth|step_?up|token/i;
/** A class of errors: what it is made with is told, and not asked for. */
export const ERROR_NAME = /error|exception/i;
/** An address at which a login begins: a scope in it is asked for there. */
export const LOGIN_ADDRESS =
  /^(?=\S*$)(?:https?:\/)?\/\S*(?:log_?in|sign_?in|oauth|authori[sz]e|consent|step-?up|reauth|(?<=\/)auth[/?])/i;
/** Sends the user to log in: what the handler kept elsewhere before is a sink. */
export const LOGGING_IN = /log_?in|sign_?in|authori[sz]e|consent|(?:code|implicit)_?flow|step_?up|reauth/i;
/** Writes to a log: changes no state, keeps nothing. */
export const LOGGING = /^(?:log|debug|info|warn|error|trace|fatal)$/;
/** An object that writes logs: `console.error(scope)` tells nobody but who reads the log, `subject.error(scope)` its subscribers. */
export const LOGGER = /console|log|debug|trac|telemetry|report|sentry|pino|winston|output|channel/i;
/** Keeps or reads what it is given, `saveToken` among them: no authorization, whatever else the name says. */
export const STORING = /^(?:save|store|set|put|write|cache|persist|update|get|load|read|parse|format)/i;
/** Methods by which an object takes something to keep: read back for a request, it is a sink. */
export const KEEPING_METHOD = /^(?:set|put|save|store|write|update|patch|merge|setItem|setState|next|record|keep)$/;
/** Takes an entry out again by its key: a scope that was kept under that key may be asked for. */
export const TAKING_OUT = /^(?:get|read|load|take|fetch)(?:Item)?$/;
/** A name for tokens: what gives one, and is given a scope, asks for it. */
export const TOKEN_NAME = /token/i;
/** Runs what operators make of each value that comes, one after the other: what the one gives the next gets. */
export const PIPING = /^pipe$/;
/** An operator of such a chain that gives what its function makes; others give on what they get. */
export const MAPPING = /^(?:\w+M|m)ap$/;
/** Gives an action to a store: a sink, where a request's scope is read from the store by one of `STATE_READERS`. */
export const DISPATCHING = /^dispatch$/;
export const STATE_READERS: readonly string[] = ["getState", "useSelector", "useAppSelector", "select"];
/** The property under which a store, signal or ref has its value: it is read by the name of the store. */
export const VALUE_OF_STORE = /^(?:value|current)$/;
/** Settles a promise, or goes on to the next step: no sink. */
export const SETTLING = /^(?:next|resolve|reject)$/;
/** Does no more with a text than to read, compare, format or count it: what is given does not leave. */
export const READING =
  /^(?:is|has|can|should|parse|split|join|trim|format|normali[sz]e|compare|validate|check|test|match|find|filter|map|hash|encode|decode|to|describe|summari[sz]e|sleep|delay|wait|setTimeout|setInterval|require|import|use|measure|time|increment|bump|count)(?![a-z])/i;
/** Shows a person what it is given, counts it, records it, or answers with it: that does not leave. */
export const SHOWING =
  /(?:^|_)(?:ask|confirm|prompt|alert|toast|show|display|open_?(?:modal|dialog|snack)|print|say|reply|respond|message|banner|snackbar|present|update_?ui)(?![a-z])|log(?:ger)?$|^(?:\$?t|translate|format_?message|identify|gtag|add(?:Action|CustomAttributes?)|insert\w*|create|setOutput|setFailed|toBe|toEqual|toHaveBeen\w*|deepEqual|equal|set(?:Header|Error|Denied|Missing\w*)|header|fail|err|lookup|\$emit)$/i;
/** A class of errors or events: what it is made with is told, and does not leave. */
export const TOLD_CLASS = /error|exception|event$/i;
/** What a client is registered with (RFC 7591 section 2): no request for access. */
export const REGISTERED = /^(?:client_name|redirect_uris|grant_types|token_endpoint_auth_method|software_id)$/;
/** A parameter by which a server adds what is asked for to what was granted: Google's, and UMA's (UMA 2.0 section 3.3.1). */
export const JOINING = /^(?:include_granted_scopes|includeGrantedScopes|rpt)$/;
/** What the SDK's `auth` asks for where it is given no scope: a sink, for review. */
export const CLIENT_METADATA = /\.(?:clientMetadata|client_metadata)\.scope$/;
/** A parameter that, beside one that is tested for the error code, is the scope of the same challenge. */
export const CHALLENGED_NAME = /^(?:required|requested|challenged?|needed|missing|insufficient)?_?scopes?$/i;
/** A function or a parameter named for a challenge: a sign, where the option of `auth` forces it to authorize anew. */
export const NAMED_FOR_CHALLENGE = /challenge|required|needed|missing|insufficient|step_?up|elevat|escalat/i;
export const FORCING = "forceReauthorization";
/** The members by which a type of errors or challenges tells one from another. */
export const TELLING_MEMBERS = ["error", "code", "name", "type", "kind", "_tag"];
/** Gives back one of its arguments, or a part of it: no union. */
export const PICKING =
  /^_?(?:max|min|race|any|first|last|head|tail|nth|sample|pick|choose|prefer|coalesce|either|longest|shortest|latest|newest|drop|take|omit|without|difference|intersection|defaultTo)(?![a-z])/;
/** Predicates of other files that only empty values, or those seen before, do not pass: nothing is lost from a list. */
export const PASSING = /^(?:is|has)?_?(?:boolean|string|truthy|present|defined|filled|uniq\w*|distinct|no[nt]\w*)$/i;
/** Only looks: changes no state. */
export const LOOKING =
  /^(?:(?:get|has|is|can|should|find|to|as|index|last|next|parse|read)(?![a-z])|(?:text|json|clone)$)/;
/** Waits until something is taken, and marks it as taken before: a doubt about the order. */
export const TAKING = /^(?:(?:acquire|lock|enter|begin|start|take|reserve|claim|mark|open|close)(?![a-z]))/;
/** Tells listeners: changes nothing of its own. */
export const SENDING = /^(?:emit|dispatch|on)(?![a-z])/;
/** Runs at once what was registered for an event: a doubt about the order. */
export const EMITTING = /^(?:emit\w*|dispatch\w*|fire\w*|trigger\w*|publish\w*|notify\w*|raise\w*|invoke\w*)$/;
/** Registers what others run: by `EMITTING`. */
export const LISTENING = "on once addListener prependListener addEventListener subscribe tap hook".split(" ");
/** Registers a function for what another argument names, or matches it by that: for the error code, evidence of a step-up. */
export const REGISTERING =
  /^(?:on(?:[A-Z]\w*)?|once|add\w*|register\w*|subscribe|handle|when|case|set|use|with|catch\w*|match\w*|tag|if\w*)$/;
/** Says what text or number stands for an object: what it gives may be a key, a doubt. */
export const CONVERTING = /^(?:toString|valueOf|toLocaleString)$/;
/** Of schema libraries: what leaves some texts out. */
export const NARROWING = /^(?:brand|pattern|regex|(?:native)?enum|literal|(?:super)?refine|filter|picklist|template)/i;
/** Of zod, valibot and their like: what says whether a value is as a schema asks, asks for a record, or leaves it as it is. */
export const SAFE_PARSE = /^safeParse(?:Async)?$/;
export const SCHEMA_MODULE = /^(?:zod|@zod\/mini|valibot)(?:\/|$)/;
export const RECORD_SCHEMA = /^(?:strict|loose)?object$/i;
export const SAME_SCHEMA = /^(?:strict|passthrough|loose|strip|readonly|describe|brand|meta)$/;
/** Runs what it is given later: a mark there stands in no synchronous run. */
export const DEFERRING = /^(?:on|once|on[A-Z]\w*|addListener|addEventListener|subscribe)$/;
/** May throw where two values are the same: comparing, a doubt, and no mere telling. */
export const CHECKING = /^(?:assert|expect)/i;
/** Compares one text with another: comparing with the challenge, a doubt. */
export const COMPARING = /^(?:equals?|isEqual)$/;
/** Is not there to compare what it is given: no doubt. */
export const NOT_COMPARING = /^(?:on[A-Z]|use[A-Z]|forEach$)/;
/** Is there to throw where something does not hold: what it is given is tested. */
export const ENSURING = /^(?:assert|invariant|ensure)/i;
/** Asserts what it is given: behind it that holds. */
export const ASSERTION = /^(?:assert|invariant)$/;
/** The same as a method of a library of assertions. */
export const ASSERTION_METHOD = /^(?:ok|default|assert|invariant)$/;
/** The same of the equality of two values. */
export const ASSERTION_OF_EQUALITY = /^(?:deep)?(?:strict)?equal$/i;
/** A field that was given a function: that is run, a doubt about the order. */
export const GIVEN_HANDLER = /^(?:on[A-Z_]\w*|handle\w*|run|next)$/;
/** Modules whose assertions throw: behind them holds what they are given. */
export const ASSERTING_MODULE = /^(?:(?:node:)?assert(?:\/strict)?|tiny-invariant|ts-invariant|invariant)$/;
/** What a response has beside its header and body: what is looked up by it is no challenged scope. */
export const BESIDE_CHALLENGE =
  /^(?:url|status|statusCode|statusText|ok|redirected|type|method|path|host(?:name)?|origin)$/;

/* What takes state away, or events */

/** Methods that take away what an object keeps: a doubt whether the scopes are still there. */
export const CLEARING =
  /^\$?(?:invalidate|clear|reset|delete|remove|log_?out|sign_?out|revoke|forget|wipe|purge|destroy|dispose|discard|drop|flush|unset|expire|erase|evict)/i;
/** Methods of an OAuth client provider that leave its tokens alone: no doubt. */
export const HARMLESS =
  /^(?:tokens|clientInformation|saveClientInformation|state|codeVerifier|saveCodeVerifier|redirectToAuthorization|validateResourceURL|addClientAuthentication|discoveryState|saveDiscoveryState|prepareTokenRequest)$/;
/** What keeps credentials: cleared, a doubt. */
export const CREDENTIALS = /token|credential|session|auth|scope|grant/i;
/** Ends a session, and so takes its credentials away: a doubt. */
export const LEAVING = /^(?:[Ll]og|[Ss]ign)_?[Oo]ut(?![a-z])/;
/** What a browser allows, or heeds, only while it handles an event: behind an await, a doubt. */
export const GESTURE =
  /^(?:preventDefault|stopPropagation|stopImmediatePropagation|respondWith|waitUntil|passThroughOnException|requestFullscreen|requestPointerLock|requestPermission|requestDevice|requestPort|requestSubmit|showPicker|show\w*FilePicker|showDirectoryPicker|showPopup|open\w*(?:Popup|Window|Tab)|launchWebAuthFlow|signInWithPopup|loginWithPopup)$/i;
/** The same, by the object and its method. */
export const GESTURE_OF_OBJECT =
  /^(?:(?:window|globalThis|self|top|parent)\.open|open|(?:\w+\.)?navigator\.(?:clipboard\.\w+|credentials\.(?:get|create)|share|vibrate)|(?:\w+\.)?document\.execCommand)$/;
/** Modules whose functions give the same whoever runs meanwhile, or what is new each time: of a call without arguments, no doubt. */
export const WITHOUT_CONTEXT = /^(?:node:|(?:crypto|os|path|perf_hooks|url|uuid|nanoid)$)/;
/** Runs what it is given right behind what runs now: what that takes away lasts for one turn. */
export const QUEUING = /^(?:queueMicrotask|process\.nextTick)$/;
/** Keeps the next event from coming, a mark that its sender heeds: behind an await, a doubt. */
export const STOPPING =
  /^(?:pause|suspend|stop|halt|close|destroy|terminate|disconnect|detach|off|remove\w*Listeners?|clearInterval|unsubscribe|unlisten|unwatch)$/;

/* Who reads a scope otherwise than as one */

/** Methods that find an entry by what they are given first: a scope that is a key, a doubt. */
export const LOOKING_UP =
  /^(?:m?get|set|has|delete|del|put|remove|exists|(?:get|set|remove|has)Item|lookup|find|match|load|read|retrieve|(?:get|set)Entry)$/;
/** Methods that find an entry of an entry: of a hash in a store. */
export const LOOKING_UP_WITHIN = /^h(?:get|set|del|exists)$/i;
/** Makes a path of what it is given: a scope in it, a doubt. */
export const MAKING_PATH = /^(?:join|resolve)$/;
/** Properties of a page that people read: a scope in it, a doubt. */
export const SHOWN = /^(?:(?:text|html)?content|textContent|inner(?:HTML|Text)|outerHTML|title|placeholder|label)$/i;
/** Properties by which a call takes a key, a name or a text for people: a scope in it, a doubt. */
export const READ_BY = /^(?:\w*key|id|name|path|file(?:name)?|label|title|message|text|children|content|description)$/i;
/** Takes an address or a path: a scope in it, a doubt. */
export const TAKING_ADDRESS = /^(?:fetch|open|navigate|(?:read|write)File(?:Sync)?|redirect)$/;
/** Makes an element without markup: a scope that it shows, a doubt. */
export const MAKING_ELEMENT = /^(?:createElement|h|jsxs?|jsxDEV)$/;

/* Components of pages, and what compilers make */

/** Functions whose result lives as long as a component: it may outlive its owner, a doubt. */
export const KEPT_BY_COMPONENT =
  /^(?:useRef|useState|useReducer|useMemo|useCallback|useSignal|useLocalObservable|useStore)$/;
/** Functions whose result is another in a later run of a component: a doubt. */
export const FOLLOWING_COMPONENT = /^use[A-Z]\w*$/;
/** Functions whose result is changed from outside while a component lives: a doubt. */
export const REACTIVE = /^(?:defineProps|withDefaults|\$props)$/;
/** Runs what it is given again whenever something that this reads has changed, of MobX, Vue, Solid and their like: a doubt. */
export const REACTING =
  /^(?:autorun\w*|watch(?:(?:Post|Sync)?Effect)?|\$?effect(?:Scope)?|(?:create|use|render|layout)\w*Effect|createComputed)$/;
/** Decorators of fields that are set from outside: a doubt. */
export const SET_FROM_OUTSIDE = /^(?:Input|property|Prop|api|attr)$/;
/** Functions that make such a field: a doubt. */
export const SET_BY_SIGNAL = /^(?:input|required)$/;
/** Compilers' helpers that write a private field, by which it is known: TypeScript, SWC, Babel, esbuild. */
export const PRIVATE_FIELD_SET = /^_*(?:class_?private_?field_?(?:loose_?)?set|private_?set)\d?$/i;
/** Those that read one. */
export const PRIVATE_FIELD_GET = /^_*(?:class_?private_?field_?(?:loose_?)?get|private_?get)\d?$/i;
/** Compilers' helpers that make a module of what `require` gives: what is taken of it is imported. */
export const INTEROP = /^_*(?:importStar|importDefault|toESM|toCommonJS|interop\w*|reExport)$/i;
/** Compilers' helpers that make one record of several, as `Object.assign` does. */
export const COPYING = /^_*spread(?:Props|Values)$|^_extends$/;
/** The start of what makes a module of another: a name that it is given stands for a module, and holds no challenge. */
export const REQUIRING = /^\(?(?:0,)?\s*[\w$.]*(?:require|__toESM|__import)/;
/** Where TypeScript, and Babel by its older and its newer runtime, keep the state of an `async` function. */
export const STATE_FIELD = /^(?:label|next|n)$/;
/** Methods that a union is made with: none takes a part of what it is called on by itself. */
export const OF_UNION =
  /^(?:join|split|filter|(?:flat)?[mM]ap|flat|trim|indexOf|includes|has|add|push|concat|from|sort|forEach)$/;
/** What a union may use of the language. */
export const WITHIN_UNION = /^(?:undefined|Set|Array|Boolean)$/;
/** What a decorator is told that it stands on (the ECMAScript proposal): a field with one, a doubt. */
export const DECORATING = /decorat/i;
export const DECORATED_KIND = /^(?:field|accessor)$/;
/** What a property descriptor runs where the property is read or written. */
export const ACCESSOR_PART = /^[gs]et$/;
