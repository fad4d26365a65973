/** A project whose sources are laid out and written as those of the MCP SDK. */
export const SDK_LIKE: Readonly<Record<string, string | object>> = {
  "package.json": {
    name: "client",
    version: "1.0.0",
    type: "module",
    exports: { ".": "./dist/index.js" },
    scripts: { lint: "eslint src/ && prettier --check .", "lint:fix": "eslint src/ --fix && prettier --write ." },
  },
  ".prettierrc.json": {
    printWidth: 140,
    tabWidth: 4,
    useTabs: false,
    semi: true,
    singleQuote: true,
    trailingComma: "none",
    bracketSpacing: true,
    arrowParens: "avoid",
    overrides: [{ files: "**/*.md", options: { printWidth: 280 } }],
  },
  "eslint.config.mjs": `import parser from '@typescript-eslint/parser';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import unicorn from 'eslint-plugin-unicorn';

export default [
    {
        files: ['src/**/*.ts'],
        languageOptions: { parser },
        plugins: { 'simple-import-sort': simpleImportSort, unicorn },
        rules: {
            'simple-import-sort/imports': 'error',
            'unicorn/filename-case': ['error', { case: 'camelCase' }]
        }
    }
];
`,
  "tsconfig.json": `{
    "compilerOptions": {
        "target": "es2022",
        "module": "nodenext",
        "strict": true,
        "noEmit": true,
        "noUnusedLocals": true,
        "exactOptionalPropertyTypes": true,
        "skipLibCheck": true,
        "types": [],
        "lib": ["es2022", "dom"]
    },
    "include": ["src"]
}
`,
  "src/index.ts": "export * from './client/streamableHttp.js';\n",
  "src/fromJsonSchema.ts": "export const fromJsonSchema = (schema: unknown): unknown => schema;\n",
  "src/shared/metadataUtils.ts": `export function displayName(metadata: { name: string; title?: string }): string {
    return metadata.title ?? metadata.name;
}
`,
  "src/shared/transport.ts": "export type FetchLike = (url: string | URL, init?: RequestInit) => Promise<Response>;\n",
  "src/client/auth.ts": `import type { FetchLike } from '../shared/transport.js';

export interface OAuthTokens {
    access_token: string;
    refresh_token?: string;
    scope?: string;
}

export interface OAuthClientProvider {
    tokens(): OAuthTokens | undefined | Promise<OAuthTokens | undefined>;
    saveTokens(tokens: OAuthTokens): void | Promise<void>;
}

export interface AuthOptions {
    serverUrl: string | URL;
    scope?: string | undefined;
    resourceMetadataUrl?: URL | undefined;
    fetchFn?: FetchLike | undefined;
}

export async function auth(provider: OAuthClientProvider, options: AuthOptions): Promise<'AUTHORIZED' | 'REDIRECT'> {
    const response = await (options.fetchFn ?? fetch)(options.serverUrl, { body: new URLSearchParams({ scope: options.scope ?? '' }) });
    if (!response.ok) return 'REDIRECT';
    await provider.saveTokens((await response.json()) as OAuthTokens);
    return 'AUTHORIZED';
}

export function extractWWWAuthenticateParams(response: Response): { error?: string; scope?: string; resourceMetadataUrl?: URL } {
    const header = response.headers.get('WWW-Authenticate') ?? '';
    const field = (name: string) => new RegExp(\`\${name}="([^"]*)"\`).exec(header)?.[1];
    const [error, scope] = [field('error'), field('scope')];
    return { ...(error !== undefined && { error }), ...(scope !== undefined && { scope }) };
}
`,
  "src/client/streamableHttp.ts": `import { displayName } from '../shared/metadataUtils.js';
import type { FetchLike } from '../shared/transport.js';
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from './auth.js';

export class StreamableHTTPClientTransport {
    private _scope: string | undefined;
    private _resourceMetadataUrl: URL | undefined;

    constructor(
        private readonly _url: URL,
        private readonly _authProvider: OAuthClientProvider,
        private readonly _fetch: FetchLike = fetch
    ) {}

    get name(): string {
        return displayName({ name: this._url.href });
    }

    async send(body: string): Promise<void> {
        const response = await this._fetch(this._url, { method: 'POST', body });
        if (response.ok) return;
        if (response.status === 403) {
            const { resourceMetadataUrl, scope, error } = extractWWWAuthenticateParams(response);
            if (error === 'insufficient_scope') {
                if (scope) {
                    this._scope = scope;
                }
                if (resourceMetadataUrl) {
                    this._resourceMetadataUrl = resourceMetadataUrl;
                }
                const result = await auth(this._authProvider, {
                    serverUrl: this._url,
                    resourceMetadataUrl: this._resourceMetadataUrl,
                    scope: this._scope,
                    fetchFn: this._fetch
                });
                if (result === 'AUTHORIZED') throw new Error('Send it again.');
            }
        }
        throw new Error(\`HTTP \${response.status}\`);
    }
}
`,
};
