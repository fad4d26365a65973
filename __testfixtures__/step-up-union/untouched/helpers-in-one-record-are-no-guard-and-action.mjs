// The functions of a record are called each by itself: that one of them tests the error code says nothing of the others.
let requested = "base";

export const consent = {
  isDenied: (error) => error.code === "insufficient_scope",
  choose: (selection) => {
    requested = selection.scope;
  },
  address: () => `https://id.example/authorize?client_id=a&scope=${encodeURIComponent(requested)}`,
};
