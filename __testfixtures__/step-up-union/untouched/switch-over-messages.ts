export function explain(code: string, scope: string): string {
  let message = "";
  switch (code) {
    case "invalid_token":
      message = "Please sign in again";
      break;
    case "insufficient_scope":
      message = `This needs the permission ${scope}`;
      break;
    default:
      message = code;
  }
  return message;
}
