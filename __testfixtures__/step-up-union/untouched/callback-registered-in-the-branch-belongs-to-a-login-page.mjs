export class LoginPage {
  show(error) {
    const scope = document.querySelector("#scope");
    if (error === "insufficient_scope") {
      scope.hidden = false;
      scope.addEventListener("change", (event) => {
        this.scope = event.target.value;
      });
    }
  }
}
