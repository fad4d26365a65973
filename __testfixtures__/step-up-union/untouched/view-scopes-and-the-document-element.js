angular.module("app").controller("ErrorController", function ($scope, $http) {
  var root = document.documentElement;
  $scope.load = function () {
    $http.get("/api").catch(function (failure) {
      if (failure.data.error === "insufficient_scope") {
        $scope.scope = root;
        $scope.message = "You may not see this page";
      }
    });
  };
});
