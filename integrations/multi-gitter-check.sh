#!/bin/sh
# For multi-gitter, which runs it in each repository; then the reports are joined:
#
#   export STEP_UP_UNION_REPORTS="$PWD/reports"
#   multi-gitter print "$PWD/multi-gitter-check.sh" --org <organisation>
#   step-up-union merge "$STEP_UP_UNION_REPORTS"/*.json
#
# step-up-union is on the PATH: npm install --global <tarball>.
: "${STEP_UP_UNION_REPORTS:?is not set: the folder for the reports}"
mkdir -p "$STEP_UP_UNION_REPORTS"
name=$(printf %s "$REPOSITORY" | tr -c 'A-Za-z0-9._-' '_')
step-up-union check --quiet --allow-no-files --output-file "json=$STEP_UP_UNION_REPORTS/$name.json" .
# 1 says that there are findings, 2 that not all could be judged: both are in the report.
[ $? -le 2 ]
