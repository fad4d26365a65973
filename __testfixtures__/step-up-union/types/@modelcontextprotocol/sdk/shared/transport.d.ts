export type FetchLike = (url: string | URL, init?: RequestInit) => Promise<Response>;

export interface JSONRPCMessage {
  jsonrpc: "2.0";
  id?: string | number;
  method?: string;
  params?: Record<string, unknown>;
}

export interface Transport {
  send(message: JSONRPCMessage): Promise<void>;
}
