import { catchError, from, map, of, switchMap, throwError } from "rxjs";

export class Documents {
  sign(document$, session) {
    return document$.pipe(
      catchError((error) =>
        error.status === 403 && error.error?.error === "insufficient_scope"
          ? of(error.error.scope).pipe(
              map((scope) => scope.split(" ")),
              switchMap((scopes) => from(session.login({ scopes }))), // expect: review scope-collection
            )
          : throwError(() => error),
      ),
    );
  }
}
