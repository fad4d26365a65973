// Step "Comment" of the GitHub Action: keeps one comment on the pull request, which tells what the last run found.
import { existsSync, readFileSync } from "node:fs";

const { env } = process;
/** How many comments a page of the API has. */
const PAGE = 100;

/** The line by which the comment is known again, one for each category. */
const MARK = `<!-- step-up-union ${encodeURIComponent(env.STEP_UP_UNION_CATEGORY ?? "").replaceAll("-", "%2D")} -->`;

/** Tells on the log what keeps the comment from being written; the check itself is not failed by it. */
function warn(message) {
  console.log(`::warning title=step-up-union::${message}`);
}

async function request(method, path, body) {
  const response = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.STEP_UP_UNION_TOKEN}`,
      "user-agent": "step-up-union",
      "x-github-api-version": "2022-11-28",
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw Object.assign(new Error(`${method} ${path}`), { status: response.status });
  return response.json();
}

/** The comment of an earlier run: one that an app wrote, since anybody else can write the mark as well. */
async function earlierComment(number) {
  for (let page = 1; ; page++) {
    const comments = await request("GET", `${number}/comments?per_page=${PAGE}&page=${page}`);
    const own = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(MARK));
    if (own || comments.length < PAGE) return own;
  }
}

async function main() {
  const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
  const number = event.pull_request?.number ?? (event.issue?.pull_request ? event.issue.number : undefined);
  if (number === undefined) return;
  if (!existsSync(env.STEP_UP_UNION_REPORT))
    return warn("There is no report to comment with; the step before says why.");
  const isClean = env.STEP_UP_UNION_EXIT_CODE === "0" && env.STEP_UP_UNION_FINDINGS === "0";
  const earlier = await earlierComment(number);
  if (!earlier && isClean) return;
  const body = `${MARK}\n${readFileSync(env.STEP_UP_UNION_REPORT, "utf8")}`;
  if (earlier?.body === body) return;
  await (earlier
    ? request("PATCH", `comments/${earlier.id}`, { body })
    : request("POST", `${number}/comments`, { body }));
}

try {
  await main();
} catch (error) {
  const { status } = error;
  if (status === 403 || status === 404)
    warn(
      "The comment could not be written: the job needs the permission pull-requests: write, which pull requests from forks do not have.",
    );
  else
    warn(
      `The comment could not be written: ${status === undefined ? error.message : `GitHub answered ${status}`}.`.replace(
        /[\r\n%]/g,
        " ",
      ),
    );
}
