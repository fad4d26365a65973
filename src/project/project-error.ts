/** A project that cannot be read. The message says what is wrong, where, and what to do. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";
}
