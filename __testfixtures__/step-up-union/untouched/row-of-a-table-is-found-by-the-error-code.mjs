export class Table {
  pick(rows, query) {
    const found = rows.find((row) => row.code === "insufficient_scope");
    if (found) {
      this.selected = { ...this.selected, scope: found.scope };
      this.render({ ...found });
      return found.scope;
    }
  }
}
