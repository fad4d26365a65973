import got from "got";

// The parameters of the request are a record within its options.

const readChallenge = (header = "") => Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

export const exchange = (sts, subject) => ({
  afterResponse: [
    async (response, retry) => {
      const challenge = readChallenge(response.headers["www-authenticate"]);
      if (response.statusCode !== 403 || challenge.error !== "insufficient_scope") return response;
      const token = await got
        .post(sts, { form: { grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: subject(), scope: challenge.scope } }) // expect: review unfit-sink
        .json();
      return retry({ headers: { authorization: `Bearer ${token.access_token}` } });
    },
  ],
});

// The same under a name that only sends what it is given.
export const report = (sink) => async (response) => {
  const challenge = readChallenge(response.headers["www-authenticate"]);
  if (challenge.error === "insufficient_scope") await got.post(sink, { json: { status: 403, scope: challenge.scope } }).json();
};
