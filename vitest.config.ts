import { testsOf } from "./test/run.ts";

export default testsOf("quick");
