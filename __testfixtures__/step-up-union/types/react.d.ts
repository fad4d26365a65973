export declare function useState<T>(): [T | undefined, (value: T | undefined) => void];
export declare function useRef<T>(value: T): { current: T };
export declare function useCallback<T>(callback: T, dependencies: readonly unknown[]): T;
export declare function useMemo<T>(make: () => T, dependencies: readonly unknown[]): T;

declare global {
  namespace JSX {
    type Element = { readonly type: string };
    interface IntrinsicElements {
      button: { onClick?: () => void; children?: unknown };
      p: { children?: unknown };
    }
  }
}
